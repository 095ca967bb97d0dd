"""`python -m layout.manifest.schema` writes the schemas and the reference anew, from the keys and the models."""

from layout.manifest.schema.generate import generated

if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, "utf-8")
