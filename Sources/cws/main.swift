print("cws")
