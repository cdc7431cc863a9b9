"use strict";
(() => {
  const filter = document.getElementById("filter");
  const known = document.getElementById("known");
  const all = document.getElementById("all");
  const nothing = document.getElementById("nothing");
  const findings = [...document.querySelectorAll(".finding")];
  const text = findings.map(f => (f.closest("section").querySelector("h2").textContent + " " +
      f.textContent).toLowerCase());

  function show() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(w => w);
    let any = false;
    findings.forEach((finding, i) => {
      const visible = words.every(w => text[i].includes(w)) &&
          (known.checked || !finding.classList.contains("known"));
      finding.hidden = !visible;
      any = any || visible;
    });
    for (const section of document.querySelectorAll(".member")) {
      section.hidden = !section.querySelector(".finding:not([hidden])");
    }
    nothing.hidden = any || findings.length === 0;
  }

  function open() {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") {
      target.open = true;
      target.scrollIntoView();
    }
  }

  filter.addEventListener("input", show);
  known.addEventListener("change", show);
  all.addEventListener("click", () => {
    const closed = findings.some(f => !f.hidden && !f.open);
    findings.forEach(f => { if (!f.hidden) f.open = closed; });
    all.textContent = closed ? "Close all" : "Open all";
  });
  document.getElementById("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  addEventListener("hashchange", open);
  open();
})();
