/// Events with all the members that AWS documents, in the order in which it sends them.
enum PublishedEvents {
  /// A REST API, called by a client with a Lambda authorizer; the body is binary.
  ///
  /// See [the input of a Lambda
  /// proxy](https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format)
  /// and `events/testdata/apigw-request.json` of aws/aws-lambda-go.
  static let restAPI = """
    {"resource": "/stock/{sku}", "path": "/stock/A 1", "httpMethod": "POST",
     "headers": {"Accept": "*/*", "content-type": "image/png", "Host": "api.example.com",
       "X-Forwarded-For": "203.0.113.7, 198.51.100.2", "X-Tag": "b"},
     "multiValueHeaders": {"Accept": ["*/*"], "content-type": ["image/png"],
       "Host": ["api.example.com"], "X-Forwarded-For": ["203.0.113.7, 198.51.100.2"],
       "X-Tag": ["a", "b"]},
     "queryStringParameters": {"name": "me", "tag": "y"},
     "multiValueQueryStringParameters": {"name": ["me"], "tag": ["x", "y"]},
     "pathParameters": {"sku": "A 1"}, "stageVariables": {"table": "stock"},
     "requestContext": {"accountId": "111122223333", "resourceId": "a1b2c3", "stage": "prod",
       "domainName": "api.example.com", "domainPrefix": "api", "requestId": "r-1",
       "extendedRequestId": "x-1", "protocol": "HTTP/1.1",
       "identity": {"cognitoIdentityPoolId": null, "accountId": null, "cognitoIdentityId": null,
         "caller": null, "apiKey": null, "accessKey": null, "sourceIp": "203.0.113.7",
         "cognitoAuthenticationType": null, "cognitoAuthenticationProvider": null,
         "userArn": null, "userAgent": "curl/8.5.0", "user": null},
       "authorizer": {"principalId": "ada", "tenant": "7", "integrationLatency": 12},
       "resourcePath": "/stock/{sku}", "path": "/prod/stock/A%201", "httpMethod": "POST",
       "requestTime": "24/Nov/2026:02:00:00 +0000", "requestTimeEpoch": 1795485600000,
       "apiId": "abc123"},
     "body": "iVBORw==", "isBase64Encoded": true}
    """

  /// A REST API, called by a user of IAM, with nothing but a path.
  static let restAPIWithIAM = """
    {"resource": "/stock", "path": "/stock", "httpMethod": "GET", "headers": null,
     "multiValueHeaders": null, "queryStringParameters": null,
     "multiValueQueryStringParameters": null, "pathParameters": null, "stageVariables": null,
     "requestContext": {"stage": "test-invoke-stage",
       "identity": {"caller": "AIDAEXAMPLE", "sourceIp": "test-invoke-source-ip",
         "accessKey": "ASIAEXAMPLE", "userArn": "arn:aws:iam::111122223333:user/ada",
         "user": "AIDAEXAMPLE"},
       "resourcePath": "/stock", "httpMethod": "GET", "apiId": "abc123"},
     "body": null, "isBase64Encoded": false}
    """

  /// An HTTP API in format 1.0, without authorizer.
  ///
  /// See [Lambda proxy integrations for HTTP
  /// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
  static let httpAPIVersion1 = """
    {"version": "1.0", "resource": "/my/path", "path": "/my/path", "httpMethod": "GET",
     "headers": {"header1": "value1", "header2": "value2"},
     "multiValueHeaders": {"header1": ["value1"], "header2": ["value1", "value2"]},
     "queryStringParameters": {"parameter1": "value1", "parameter2": "value"},
     "multiValueQueryStringParameters": {"parameter1": ["value1", "value2"],
       "parameter2": ["value"]},
     "requestContext": {"accountId": "111122223333", "apiId": "id",
       "authorizer": {"claims": null, "scopes": null}, "domainName": "id.example.com",
       "extendedRequestId": "request-id", "httpMethod": "GET",
       "identity": {"accessKey": null, "caller": null, "sourceIp": "192.0.2.1",
         "userAgent": "user-agent", "userArn": null, "clientCert": {"clientCertPem": "CERT"}},
       "path": "/my/path", "protocol": "HTTP/1.1", "requestId": "id=", "resourcePath": "/my/path",
       "stage": "$default"},
     "pathParameters": null, "stageVariables": null, "body": "Hello from Lambda!",
     "isBase64Encoded": false}
    """

  /// An HTTP API in format 2.0, called with a JSON Web Token at a stage of its own.
  static let httpAPIVersion2 = """
    {"version": "2.0", "routeKey": "ANY /{proxy+}", "rawPath": "/prod/my/path",
     "rawQueryString": "parameter1=value1&parameter1=value%202&parameter2=a+b",
     "cookies": ["cookie1=x", "cookie2=y"],
     "headers": {"content-type": "application/json", "header2": "value1,value2"},
     "queryStringParameters": {"parameter1": "value1,value 2", "parameter2": "a b"},
     "requestContext": {"accountId": "111122223333", "apiId": "api-id",
       "authentication": {"clientCert": {"clientCertPem": "CERT"}},
       "authorizer": {"jwt": {"claims": {"sub": "ada", "level": "3"}, "scopes": ["read"]}},
       "domainName": "id.execute-api.us-east-1.amazonaws.com", "domainPrefix": "id",
       "http": {"method": "POST", "path": "/prod/my/path", "protocol": "HTTP/1.1",
         "sourceIp": "192.0.2.1", "userAgent": "agent"},
       "requestId": "id", "routeKey": "ANY /{proxy+}", "stage": "prod",
       "time": "24/Nov/2026:02:00:00 +0000", "timeEpoch": 1795485600000},
     "body": "{\\"a\\": 1}", "pathParameters": {"proxy": "my/path"},
     "isBase64Encoded": false, "stageVariables": {"stageVariable1": "value1"}}
    """

  /// A function URL, called by a user of IAM with a form, which comes in Base64.
  ///
  /// See [invoking function
  /// URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html).
  static let functionURL = """
    {"version": "2.0", "routeKey": "$default", "rawPath": "/my/path", "rawQueryString": "",
     "headers": {"content-type": "application/x-www-form-urlencoded"},
     "requestContext": {"accountId": "111122223333", "apiId": "urlid", "authentication": null,
       "authorizer": {"iam": {"accessKey": "AKIAEXAMPLE", "accountId": "111122223333",
         "callerId": "AIDAEXAMPLE", "cognitoIdentity": null, "principalOrgId": null,
         "userArn": "arn:aws:iam::111122223333:user/ada", "userId": "AIDAEXAMPLE"}},
       "domainName": "urlid.lambda-url.us-west-2.on.aws", "domainPrefix": "urlid",
       "http": {"method": "POST", "path": "/my/path", "protocol": "HTTP/1.1",
         "sourceIp": "192.0.2.1", "userAgent": "agent"},
       "requestId": "id", "routeKey": "$default", "stage": "$default",
       "time": "24/Nov/2026:02:00:00 +0000", "timeEpoch": 1795485600000},
     "body": "YT0xJmI9Mg==", "pathParameters": null, "isBase64Encoded": true,
     "stageVariables": null}
    """

  /// A task of a state machine that invokes the function.
  static let workflow = """
    {"httpMethod": "POST", "resource": "/stock/{sku}", "pathParameters": {"sku": "A-1"},
     "queryStringParameters": {"n": 2, "tags": ["a", "b"]}, "body": {"qty": [1, 2.5]},
     "requestContext": {"identity": {"caller": "states.amazonaws.com"}}}
    """
}
