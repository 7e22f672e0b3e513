"""Writes the shapes of AWS's answers as Swift files, from the API models of botocore (Apache-2.0).

usage: generate.py FOLDER
"""
import sys
import textwrap

import botocore.session

# What Step Functions calls the service, the service of botocore, and the operations; none means all.
SERVICES = {
    "athena": ("athena", "GetQueryExecution GetQueryResults StartQueryExecution StopQueryExecution"),
    "batch": ("batch", "DescribeJobs SubmitJob"),
    "codebuild": ("codebuild", "BatchGetBuilds StartBuild StopBuild"),
    "dynamodb": (
        "dynamodb",
        "BatchGetItem BatchWriteItem DeleteItem DescribeTable ExecuteStatement GetItem PutItem Query "
        "Scan TransactGetItems TransactWriteItems UpdateItem",
    ),
    "ecs": ("ecs", "DescribeTasks RunTask StopTask"),
    "events": ("events", "PutEvents PutRule PutTargets"),
    "glue": ("glue", "GetJobRun StartCrawler StartJobRun"),
    "kinesis": ("kinesis", "GetRecords PutRecord PutRecords"),
    "kms": ("kms", ""),
    "lambda": (
        "lambda",
        "CreateFunction GetAlias GetFunction GetFunctionConfiguration Invoke ListFunctions "
        "PublishVersion UpdateFunctionCode UpdateFunctionConfiguration",
    ),
    "s3": (
        "s3",
        "CopyObject DeleteObject DeleteObjects GetObject GetObjectTagging HeadObject ListBuckets "
        "ListObjects ListObjectsV2 PutObject PutObjectTagging",
    ),
    "secretsmanager": ("secretsmanager", ""),
    "sfn": ("stepfunctions", ""),
    "sns": ("sns", "CreateTopic ListTopics Publish PublishBatch Subscribe"),
    "sqs": ("sqs", ""),
    "ssm": ("ssm", "GetParameter GetParameters GetParametersByPath PutParameter"),
    "sts": ("sts", ""),
}


# Limits that the service has although its model allows more.
LIMITS = {"MemorySize": "128..10240"}


def capital(name):
    return name[:1].upper() + name[1:]


def limits(shape):
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    return "" if low in (None, 0) and high is None else f"{'' if low is None else low}..{'' if high is None else high}"


class Service:
    """The shapes of one service."""

    def __init__(self, name, operations):
        self.model = botocore.session.get_session().get_service_model(name)
        self.structures, self.lines = {}, []
        for operation in operations.split() or self.model.operation_names:
            output = self.model.operation_model(operation).output_shape
            if output is not None:
                self.lines.append(f"{operation}={self.fields(output)}")
        self.lines += [f"#{name}={text}" for name, text in sorted(self.structures.items())]

    def fields(self, shape):
        required = set(shape.required_members)
        members = shape.members.items()
        return "{" + ",".join(f"{capital(k)}{'!' * (k in required)}:{self.shape(v)}" for k, v in members) + "}"

    def shape(self, shape):
        if shape.name in LIMITS:
            return "n" + LIMITS[shape.name]
        kind = shape.type_name
        if kind == "structure":
            if getattr(shape, "is_document_type", False):
                return "*"
            if shape.name not in self.structures:
                self.structures[shape.name] = ""
                self.structures[shape.name] = self.fields(shape)
            return "#" + shape.name
        if kind == "list":
            return f"[{self.shape(shape.member)}]"
        if kind == "map":
            return f"<{self.shape(shape.value)}>"
        if kind == "boolean":
            return "b"
        if kind in ("integer", "long", "float", "double"):
            return "n" + limits(shape)
        values = getattr(shape, "enum", None)
        return f"s({'|'.join(values)})" if values else "s" + ("" if kind == "timestamp" else limits(shape))


def main():
    for name, (service, operations) in SERVICES.items():
        lines = Service(service, operations).lines
        text = "\n".join("    " + part for line in lines for part in wrapped(line))
        with open(f"{sys.argv[1]}/ServiceShapes+{capital(name)}.swift", "w") as file:
            file.write(
                f"extension ServiceShapes {{\n  /// The answers of `{name}`; made by generate.py.\n"
                f'  static let {name}Text = #"""\n{text}\n    """#\n}}\n')


def wrapped(line):
    """The line in parts of at most 96 columns; all but the first begin with a space."""
    parts = textwrap.wrap(line.replace(",", ", ").replace("|", " | "), 94, break_on_hyphens=False)
    return [parts[0]] + [" " + part for part in parts[1:]]


main()
