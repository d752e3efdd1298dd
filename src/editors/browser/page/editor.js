/** Starts Decap CMS in Bokmål, and shows beside each form the page itself and what the check says, while the form is filled in. */
window.CMS_MANUAL_INIT = true;

/** How long nothing has been typed before it is looked at, in milliseconds. */
const PAUSE = 400;

/** Decap CMS's own phrases with ours in their place: its Bokmål has gaps, and saving here is not publishing. */
function merge(phrases, changes) {
  const merged = { ...phrases };
  for (const [key, value] of Object.entries(changes))
    merged[key] = typeof value === "string" ? value : merge(merged[key] ?? {}, value);
  return merged;
}

async function post(address, body) {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** Pictures that are chosen and not saved yet, as they were not sent before. */
async function newAssets(entry, sent) {
  const files = (entry.mediaFiles ?? []).filter(({ draft, url, path }) => draft && url && !sent.has(path));
  return Promise.all(
    files.map(async ({ url, path }) => {
      sent.add(path);
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return { path, content: btoa(text), encoding: "base64" };
    }),
  );
}

function view({ h, createClass }) {
  return createClass({
    getInitialState: () => ({ opinion: null }),
    componentDidMount() {
      this.sent = new Set();
      this.look();
    },
    componentDidUpdate({ entry }) {
      if (entry === this.props.entry) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), PAUSE);
    },
    componentWillUnmount() {
      clearTimeout(this.timer);
      this.gone = true;
    },
    async look() {
      const entry = this.props.entry.toJS();
      const folder = this.props.collection?.get("folder") ?? "";
      try {
        const assets = await newAssets(entry, this.sent);
        const opinion = await post("/se", { path: entry.path ?? "", folder, data: entry.data ?? {}, assets });
        if (!this.gone && entry.data !== undefined) this.setState({ opinion });
      } catch {
        if (!this.gone) this.setState({ opinion: null });
      }
    },
    render() {
      const { opinion } = this.state;
      if (opinion === null) return h("div", { className: "utsikt" });
      const items = opinion.problems.map(({ where, message, severity }) =>
        h("li", { className: severity === "error" ? "feil" : "advarsel", key: where + message }, [
          h("strong", { key: "where" }, `${where}: `),
          message,
        ]),
      );
      return h("div", { className: "utsikt" }, [
        h(
          "div",
          { key: "problems", role: "status" },
          items.length === 0 ? h("p", null, "Kontrollen har ingenting å si på dette.") : h("ul", null, items),
        ),
        opinion.address === null
          ? h("p", { key: "page" }, "Siden kan ikke vises før det som mangler, er på plass.")
          : h("iframe", {
              key: "page",
              src: opinion.preview + opinion.address,
              title: "Siden slik den blir",
            }),
      ]);
    },
  });
}

document.addEventListener("DOMContentLoaded", async () => {
  const { CMS } = window;
  const [config, words] = await Promise.all(
    ["/config.json", "/words.json"].map(async (address) => (await fetch(address)).json()),
  );
  const component = view(window);
  CMS.registerLocale("nb_no", merge(CMS.getLocale("nb_no"), words));
  CMS.registerPreviewStyle("/editor.css");
  for (const { name, files = [] } of config.collections)
    for (const template of [name, ...files.map((file) => file.name)])
      CMS.registerPreviewTemplate(template, component);
  // Nobody has to log in to their own machine.
  localStorage.setItem("decap-cms-user", JSON.stringify({ backendName: "proxy" }));
  CMS.init({ config });
});
