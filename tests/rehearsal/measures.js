/** What a browser measures on the page: parts that stick out, and text that is too pale. Each gives a list of faults. */
({
  outside() {
    const clips = (one) => ["hidden", "auto", "scroll", "clip"].includes(getComputedStyle(one).overflowX);
    const clipped = (one) => {
      for (let at = one.parentElement; at !== document.body && at; at = at.parentElement) if (clips(at)) return true;
      return false;
    };
    const sticksOut = (one) => {
      const box = one.getBoundingClientRect();
      const seen = box.width > 1 && getComputedStyle(one).visibility !== "hidden";
      return seen && (box.left < -1 || box.right > innerWidth + 1) && !clipped(one);
    };
    const scrolls = (one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
    const wide = [...document.querySelectorAll(".log, .chats, .panel, .guide")].filter(scrolls);
    return [...[...document.querySelectorAll("body *")].filter(sticksOut), ...wide]
      .map((one) => `${one.tagName}.${one.className} ${one.id}`);
  },

  contrast() {
    const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgba = (colour) => {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const over = (top, below) => [0, 1, 2].map((n) => top[n] * top[3] + below[n] * (1 - top[3]));
    const ground = (one) => {
      const layers = [];
      for (let at = one; at && layers.at(-1)?.[3] !== 1; at = at.parentElement) {
        layers.push(rgba(getComputedStyle(at).backgroundColor));
      }
      return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
    };
    const linear = (value) => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const aside = ".unseen, :disabled, .spoiler:not(.open)";
    const pale = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const one = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !one.checkVisibility() || one.closest(aside)) continue;
      const below = ground(one);
      const [a, b] = [light(below), light(over(rgba(getComputedStyle(one).color), below))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5) pale.set(`${one.tagName}.${one.className}`, ratio.toFixed(2));
    }
    return [...pale].map(([where, ratio]) => `${where} ${ratio}`);
  },
})
