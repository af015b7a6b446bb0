"use strict";
(() => {
  const filters = document.getElementById("filters");
  const apply = () => {
    const shown = new Set(["error", "warning", "info"].filter((name) => filters.elements[name].checked));
    for (const filing of document.querySelectorAll("details.filing")) {
      let left = 0;
      for (const finding of filing.querySelectorAll(".finding")) {
        const visible = [...shown].some((name) => finding.classList.contains(name));
        finding.classList.toggle("hidden", !visible);
        left += visible ? 1 : 0;
      }
      left += filing.querySelectorAll(".bad").length;
      filing.classList.toggle("hidden", filters.elements.only.checked && left === 0);
    }
  };
  filters.addEventListener("change", apply);
  filters.addEventListener("submit", (event) => event.preventDefault());
  apply();

  // A number, its partners in the tables and the row that compares them light up together.
  const byRef = new Map();
  for (const element of document.querySelectorAll("[data-refs]")) {
    for (const ref of element.dataset.refs.split(" ")) {
      if (!byRef.has(ref)) byRef.set(ref, []);
      byRef.get(ref).push(element);
    }
  }
  const light = (event, on) => {
    const element = event.target.closest("[data-refs]");
    if (!element) return;
    for (const ref of element.dataset.refs.split(" ")) {
      for (const other of byRef.get(ref)) other.classList.toggle("lit", on);
    }
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, (event) => light(event, on));
  }

  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let parent = target && target.parentElement; parent; parent = parent.parentElement) {
      if (parent.tagName === "DETAILS") parent.open = true;
    }
    if (target) target.scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", unfold);
  unfold();
  document.documentElement.dataset.ready = "true";

  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const element of folded) element.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const element of folded) element.open = false;
  });
})();
