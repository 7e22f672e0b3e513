// Door to libedit.
