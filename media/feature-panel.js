/* Sends the extension the number of what was clicked, and keeps what is shown over a reload of the window. */
(function () {
  const editor = acquireVsCodeApi();
  editor.setState({ id: document.body.dataset.id });
  document.querySelector(".subject")?.scrollIntoView({ block: "nearest", inline: "center" });
  /** @param {Event} event */
  const send = (event) => {
    const element = event.target instanceof Element ? event.target.closest("[data-target]") : null;
    if (element === null) return;
    event.preventDefault();
    editor.postMessage({ target: Number(element.getAttribute("data-target")) });
  };
  document.addEventListener("click", send);
  // Buttons do this by themselves, parts of a drawing do not.
  document.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && event.target instanceof SVGElement) send(event);
  });
})();
