// Small helpers for pages that work without them: copying, live lists, keys for hands that do not leave the keyboard.
(function () {
  "use strict";
  var said = function (text) {
    var place = document.getElementById("said");
    if (place) { place.textContent = text; }
  };

  // data-copy: its value, or the text of the element that data-copy-from names.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy], [data-copy-from]");
    if (!button) { return; }
    var from = button.getAttribute("data-copy-from");
    var text = from ? document.getElementById(from).textContent : button.getAttribute("data-copy");
    var done = function () {
      var before = button.textContent;
      button.textContent = "\u2713";
      said("\u2713");
      setTimeout(function () { button.textContent = before; }, 900);
    };
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(done);
    } else {
      var area = document.createElement("textarea");
      area.value = text;
      document.body.appendChild(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      done();
    }
  });

  // data-print: the printer. Styles leave out what is no paper's business.
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) { window.print(); }
  });

  // Forms, or buttons of them, that undo nothing ask first; whatever else listens hears nothing of a no.
  document.addEventListener("submit", function (event) {
    var question = (event.submitter && event.submitter.getAttribute("data-ask")) || event.target.getAttribute("data-ask");
    if (question && !window.confirm(question)) { event.preventDefault(); event.stopPropagation(); }
  }, true);

  // "/" goes to the search, as everywhere; arrows walk through rows that can be opened.
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !typing) {
      var search = document.querySelector("[data-search]");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    }
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (!typing || event.target.matches("[data-search]"))) {
      var links = Array.prototype.slice.call(document.querySelectorAll("[data-walk] a[data-step], [data-walk] input[data-step]"));
      if (links.length === 0) { return; }
      var here = links.indexOf(document.activeElement);
      var next = event.key === "ArrowDown" ? Math.min(here + 1, links.length - 1) : here - 1;
      event.preventDefault();
      if (next < 0) {
        var field = document.querySelector("[data-search]");
        if (field) { field.focus(); }
      } else { links[next].focus(); }
    }
    var pressed = /^F\d{1,2}$/.test(event.key) && !event.ctrlKey && !event.altKey &&
      document.querySelector("[data-key='" + event.key + "']:not(:disabled)");
    if (pressed) { event.preventDefault(); pressed.click(); }
    // What is typed beside the fields goes to the one that everything is scanned into.
    var home = document.querySelector("[data-home]");
    if (home && !typing && /^\S$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) { home.focus(); }
    var key = !typing && !home && !event.ctrlKey && !event.metaKey && !event.altKey && /^[a-z0-9]$/.test(event.key) &&
      document.querySelector("[data-key='" + event.key + "']");
    if (key) { event.preventDefault(); key.click(); }
  });

  // Rows that come anew while somebody walks through them: he stands on the same one as before, or in the search again.
  var stood = null;
  document.addEventListener("htmx:beforeSwap", function (event) {
    var at = document.activeElement;
    stood = event.detail.shouldSwap && at && at.matches("a[data-step]") && event.detail.target.contains(at) ?
      at.getAttribute("href") : null;
  });
  document.addEventListener("htmx:afterSwap", function () {
    if (stood === null) { return; }
    var rows = Array.prototype.slice.call(document.querySelectorAll("[data-walk] a[data-step]"));
    var next = rows.filter(function (row) { return row.getAttribute("href") === stood; })[0] ||
      document.querySelector("[data-search]");
    stood = null;
    if (next) { next.focus(); }
  });

  // data-enter: Enter in one of its fields is its own button's, and not the first one's of the whole form.
  document.addEventListener("keydown", function (event) {
    var part = event.key === "Enter" && event.target.matches && event.target.matches("input, select") &&
      event.target.closest("[data-enter]");
    var button = part && part.querySelector("button:not(:disabled)");
    if (button) { event.preventDefault(); button.click(); }
  });

  // What changed by itself is said: how many wait (data-tell), and what became of what was sent (role=status).
  var told = {};
  var tell = function (place, first) {
    var one = place.querySelector("[data-tell]");
    var text = one && one.getAttribute("data-tell");
    if (text && text !== told[place.id]) {
      told[place.id] = text;
      if (!first) { said(text); }
    }
  };
  document.addEventListener("htmx:afterSettle", function (event) {
    var place = event.detail.target && document.getElementById(event.detail.target.id);
    if (!place) { return; }
    if (place.matches("[hx-trigger^=every]")) { tell(place, false); }
    var done = place.querySelector("[role=status]");
    if (done) { said(done.textContent.trim().replace(/\s+/g, " ")); }
  });

  // A scanner types and presses Enter: each line goes to the list, the field is empty again.
  var scanned = function (field) {
    var list = document.getElementById(field.getAttribute("data-scan"));
    var value = field.value.trim();
    field.value = "";
    if (!value) { return; }
    var lines = list.value.split("\n").filter(function (line) { return line.trim(); });
    var again = lines.indexOf(value) >= 0;
    if (!again) { lines.push(value); }
    list.value = lines.join("\n");
    list.dispatchEvent(new Event("input", { bubbles: true }));
    var count = document.getElementById(field.getAttribute("data-count"));
    if (count) { count.textContent = String(lines.length); }
    said(value + (again ? " \u2717" : " \u2713"));
  };
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.hasAttribute && event.target.hasAttribute("data-scan")) {
      event.preventDefault();
      scanned(event.target);
    }
  });

  // The field that everything is scanned into (data-home) does not wait for the house: lines that come while an answer is
  // on its way are kept and sent in their order, and what is half typed moves into the field that comes with the answer.
  // After an alarm nothing more is sent by itself: somebody must have seen it, and says so with Enter.
  var kept = [];
  var half = "";
  var busy = false;
  var home = function (form) { return form && form.matches && form.matches("form") && form.querySelector("[data-home]"); };
  var held = function () {
    var place = document.getElementById("held");
    if (place) {
      place.hidden = kept.length === 0;
      place.firstElementChild.textContent = String(kept.length);
    }
  };
  var sendKept = function (field) {
    if (kept.length > 0) {
      half = field.value;
      field.value = kept.shift();
      field.form.requestSubmit(field.form.querySelector("[value=scan]"));
    }
    held();
  };
  document.addEventListener("keydown", function (event) {
    var field = event.target;
    if (event.key !== "Enter" || !field.hasAttribute || !field.hasAttribute("data-home") || !field.form) { return; }
    if (!busy && kept.length === 0) { return; }
    event.preventDefault();
    if (field.value.trim()) { kept.push(field.value.trim()); }
    field.value = "";
    if (busy) { held(); } else { sendKept(field); }
  });
  document.addEventListener("htmx:beforeSend", function (event) {
    var field = home(event.target);
    if (field) {
      busy = true;
      field.setAttribute("data-sent", field.value);
      field.value = half;
      half = "";
    }
  });
  document.addEventListener("htmx:beforeSwap", function (event) {
    var field = home(event.target);
    if (field) { half = field.value; }
  });
  document.addEventListener("htmx:afterSwap", function () {
    var field = busy && document.querySelector("[data-home]");
    if (field && half) {
      field.value = half;
      half = "";
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    }
  });
  document.addEventListener("htmx:afterSettle", function (event) {
    var field = busy && home(event.target);
    if (field) {
      busy = false;
      var at = event.target.getAttribute("data-at"); // where a reload shows the same work
      if (at) { window.history.replaceState(window.history.state, "", at); }
      if (event.target.querySelector("[role=alert]")) { held(); } else { sendKept(field); }
    }
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    var field = home(event.target);
    if (field && !event.detail.successful) { // nothing came of it: what was sent stands in the field again
      busy = false;
      if (!field.value) { field.value = field.getAttribute("data-sent"); }
    }
  });

  // A page that nobody touches stops asking, so that a session left alone ends as it should.
  var touched = Date.now();
  ["keydown", "pointerdown"].forEach(function (what) {
    document.addEventListener(what, function () { touched = Date.now(); }, true);
  });
  document.addEventListener("htmx:beforeRequest", function (event) {
    if (event.target.hasAttribute("data-poll") && Date.now() - touched > 600000) { event.preventDefault(); }
  });

  // data-live: the address of a stream; data-into: where rows go; data-most: how many stay.
  var streams = [];
  var refresh = function (box) {
    var from = box.getAttribute("data-refresh");
    var into = document.getElementById(box.getAttribute("data-into"));
    if (from && into && window.htmx) { window.htmx.ajax("GET", from, { target: into, swap: "innerHTML" }); }
  };
  var live = function (box) {
    var source = null;
    var lost = false;
    var boot = document.body.getAttribute("data-boot");
    var show = function (state) {
      if (state === "off" && box.getAttribute("data-state") !== "off" && box.hasAttribute("data-off")) {
        said(box.getAttribute("data-off"));
      }
      box.setAttribute("data-state", state);
    };
    var open = function () {
      if (source || document.hidden) { return; }
      source = new EventSource(box.getAttribute("data-live"));
      source.addEventListener("hello", function (event) {
        show("on");
        if (lost || event.data !== boot) { refresh(box); }
        boot = event.data;
        lost = false;
      });
      source.addEventListener("stale", function () { refresh(box); });
      source.addEventListener("row", function (event) {
        if (box.hasAttribute("data-paused")) { return; }
        var into = document.getElementById(box.getAttribute("data-into"));
        if (!into) { return; }
        into.insertAdjacentHTML("afterbegin", event.data);
        var most = Number(box.getAttribute("data-most") || 100);
        while (into.children.length > most) { into.removeChild(into.lastElementChild); }
        if (window.htmx) { window.htmx.process(into); }
      });
      source.addEventListener("text", function (event) {
        var cut = event.data.indexOf("=");
        var into = document.getElementById(event.data.slice(0, cut));
        if (into) { into.textContent = event.data.slice(cut + 1); }
      });
      source.onerror = function () {
        show("off");
        lost = true;
        if (source && source.readyState === 2) { // the browser gave up: the server was away for longer
          source = null;
          setTimeout(open, 2000);
        }
      };
    };
    var close = function () { if (source) { source.close(); source = null; lost = true; show("idle"); } };
    document.addEventListener("visibilitychange", function () { if (document.hidden) { close(); } else { open(); } });
    window.addEventListener("pagehide", close);
    open();
    streams.push(close);
  };
  var start = function () {
    document.querySelectorAll("[hx-trigger^=every]").forEach(function (place) { tell(place, true); });
    document.querySelectorAll("[data-live]").forEach(live);
    document.querySelectorAll("[data-send]").forEach(function (file) {
      file.addEventListener("change", function () {
        if (file.files.length === 1) { document.getElementById(file.getAttribute("data-send")).click(); }
      });
    });
    var first = document.querySelector("[data-focus]");
    if (first) { first.focus(); }
    document.querySelectorAll("[data-pause]").forEach(function (button) {
      button.addEventListener("click", function () {
        var box = document.querySelector(button.getAttribute("data-pause"));
        var paused = box.toggleAttribute("data-paused");
        button.setAttribute("aria-pressed", String(paused));
        if (!paused) { refresh(box); }
      });
    });
    document.querySelectorAll("[data-file-into]").forEach(function (file) {
      file.addEventListener("change", function () {
        var list = document.getElementById(file.getAttribute("data-file-into"));
        if (file.files.length === 1 && /\.(csv|txt)$/i.test(file.files[0].name) && list) { list.form.requestSubmit(); }
      });
    });
  };
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
}());
