"""remark.js: slides, steps, notes, properties and content classes, as the engine reads them."""
