// An Eleventy site with what Eleventy has by itself: collections, pagination, its plugin of feeds.
const SHOWN = 50;

function paged(groups) {
  const pages = [];
  for (const [name, stories] of groups) {
    for (let start = 0; start < stories.length; start += SHOWN) {
      pages.push({ name, number: start / SHOWN + 1, stories: stories.slice(start, start + SHOWN) });
    }
  }
  return pages;
}

function grouped(stories, keysOf) {
  const groups = new Map();
  for (const story of stories) {
    for (const key of keysOf(story)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(story);
    }
  }
  return groups;
}

module.exports = async function (config) {
  const { feedPlugin } = await import("@11ty/eleventy-plugin-rss");
  const stories = (api) => api.getFilteredByGlob("stories/**/*.md").reverse();
  config.addCollection("years", (api) => paged(grouped(stories(api), (one) => [one.data.year])));
  config.addCollection("tagPages", (api) => paged(grouped(stories(api), (one) => one.data.tags)));
  config.addCollection("latest", (api) => stories(api).slice(0, SHOWN));
  config.addPlugin(feedPlugin, {
    type: "atom",
    outputPath: "/atom.xml",
    collection: { name: "latest", limit: 20 },
    metadata: { language: "vi", title: "Archive", base: "https://archive.example/", author: { name: "Archive" } },
  });
  return {
    markdownTemplateEngine: false,
    dir: { input: ".", output: "out" },
  };
};
