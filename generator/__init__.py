"""Archive: from scraped news pages to a public, bilingual, searchable news archive."""

__version__ = "0.1.0"
