"""The live preview: a site that follows every edit, for as long as somebody looks at it."""
