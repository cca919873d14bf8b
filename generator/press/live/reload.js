// Reloads this page when it was made anew; while nobody looks at it, it does not ask.
(() => {
  const { version } = document.currentScript.dataset;
  const page = encodeURIComponent(location.pathname);
  let source;
  const listen = () => {
    source ??= new EventSource(`/.live/events?version=${version}&page=${page}`);
    source.onmessage = () => {
      rest();
      location.reload();
    };
  };
  const rest = () => {
    source?.close();
    source = undefined;
  };
  const look = () => (document.hidden ? rest() : listen());
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", rest);
  addEventListener("pageshow", look);
})();
