from feast import Entity

broken_on_purpose = Entity(name="draft", join_keys=["draft_id"])
raise RuntimeError("never imported: named in .feastignore")
