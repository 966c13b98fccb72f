// What is amiss on the page that is shown, for eyes, ears and keyboards; and its words, to be held against another language.
() => {
  document.querySelectorAll("details").forEach(one => { one.open = true; });
  const amiss = [];
  const cut = text => text.trim().replace(/\s+/g, " ").slice(0, 90);
  const shown = element => element.checkVisibility({ visibilityProperty: true });
  const name = element => element.tagName.toLowerCase() + (element.id ? "#" + element.id : "")
      + (element.className && element.className.baseVal === undefined ? "." + element.className.replace(/ /g, ".") : "");

  // Headings: one first, none left out; one main; no name twice.
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(shown);
  const firsts = headings.filter(one => one.tagName === "H1").length;
  if (firsts !== 1) { amiss.push(firsts + " h1"); }
  let level = 0;
  headings.forEach(one => {
    const own = Number(one.tagName[1]);
    if (own > level + 1) { amiss.push("heading h" + own + " after h" + level + ": " + cut(one.textContent)); }
    if (!one.textContent.trim()) { amiss.push("empty heading " + name(one)); }
    level = own;
  });
  if (document.querySelectorAll("main").length !== 1) { amiss.push(document.querySelectorAll("main").length + " main"); }
  if (!document.title.trim()) { amiss.push("no title"); }
  const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
  [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].forEach(id => amiss.push("id twice: " + id));
  if (!document.querySelector("[aria-live], [role=status]")) { amiss.push("nothing that is said by itself"); }

  faint().forEach(one => amiss.push(one));
  const words = new Set();
  const data = "code, pre, kbd, textarea, .mono, [translate=no], script, style";
  const keep = (element, text) => {
    const tongue = element.closest("[lang]");
    if (text && text.trim() && tongue === document.documentElement && !element.closest(data)) { words.add(cut(text)); }
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (shown(element)) { keep(element, walk.currentNode.textContent); }
  }
  document.querySelectorAll("[aria-label], [title], [placeholder], [alt], [data-ask], [data-tell]").forEach(one =>
    ["aria-label", "title", "placeholder", "alt", "data-ask", "data-tell"].forEach(key =>
      keep(one, one.getAttribute(key))));
  document.querySelectorAll("select option").forEach(one => keep(one, one.textContent));
  keep(document.body, document.title);

  // Where the keyboard is can be seen.
  const here = document.activeElement;
  [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter(one => shown(one) && !one.disabled && one.tabIndex >= 0).slice(0, 80).forEach(one => {
      one.focus({ preventScroll: true });
      const style = getComputedStyle(one);
      if (one.matches(":focus-visible") && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)) {
        amiss.push("focus cannot be seen: " + name(one));
      }
    });
  if (here && here.focus) { here.focus({ preventScroll: true }); }

  if (document.documentElement.scrollWidth > window.innerWidth + 1) {
    amiss.push("wide: " + [...document.querySelectorAll("body *")].filter(one => !one.closest("nav, .scroll"))
      .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1).slice(0, 5).map(name).join(", "));
  }
  return { lang: document.documentElement.lang, words: [...words], amiss: [...new Set(amiss)] };
}
