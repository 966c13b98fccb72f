// The screen of a waiting room: shows what comes, says it, and comes back by itself after a cut or a restart.
(function () {
  "use strict";
  var body = document.body;
  var board = document.getElementById("board");
  var state = document.getElementById("state");
  var voice = document.getElementById("voice");
  var FRESH_MILLIS = 60000; // older calls are not said any more: whoever was meant has heard or seen it
  var SILENT_MILLIS = 40000; // the stream shows a sign of life every 15 seconds
  var said = {};
  var boot = body.getAttribute("data-boot");
  var source = null;
  var lost = false;
  var heard = Date.now();
  var skew = 0; // the server's clock against the screen's
  var queue = [];
  var speaking = false;

  var show = function (word) {
    state.setAttribute("data-state", word);
    var text = state.querySelector("span");
    text.textContent = text.getAttribute(word === "on" ? "data-on" : "data-off");
  };

  // Browsers speak only after a hand was at the screen; once asked for, the voice is on until the page is closed.
  var on = function () { return voice.getAttribute("aria-pressed") === "true"; };
  var indonesian = function () {
    var all = window.speechSynthesis ? window.speechSynthesis.getVoices() : [];
    return all.filter(function (one) { return /^id/i.test(one.lang); })[0] || null;
  };
  var speak = function () {
    if (speaking || queue.length === 0 || !on() || !window.speechSynthesis) { return; }
    var words = new SpeechSynthesisUtterance(queue.shift());
    var done = function () { speaking = false; speak(); };
    words.lang = "id-ID";
    words.rate = 0.9;
    words.voice = indonesian();
    words.onend = done;
    words.onerror = done;
    speaking = true;
    window.speechSynthesis.speak(words);
  };
  voice.addEventListener("click", function () {
    var now = !on();
    voice.setAttribute("aria-pressed", String(now));
    voice.textContent = voice.getAttribute(now ? "data-on" : "data-off");
    queue = now ? [voice.getAttribute("data-on")] : [];
    if (!now && window.speechSynthesis) { window.speechSynthesis.cancel(); speaking = false; }
    speak();
  });

  // Calls that were not here before are marked, and said if they are fresh, the oldest first.
  var noticed = function (first) {
    var grid = board.querySelector("[data-now]");
    var now = Number(grid ? grid.getAttribute("data-now") : 0);
    if (now) { skew = now - Date.now(); }
    var here = {};
    var calls = Array.prototype.slice.call(board.querySelectorAll("[data-call]"));
    calls.reverse().forEach(function (call) {
      var key = call.getAttribute("data-call");
      here[key] = true;
      if (first || said[key]) { return; }
      call.classList.add("wall-new");
      var fresh = now - Number(call.getAttribute("data-at")) < FRESH_MILLIS;
      if (fresh && on()) { queue.push(call.getAttribute("data-say")); }
    });
    said = here;
    speak();
  };
  var put = function (html) {
    board.innerHTML = html;
    noticed(false);
  };
  var fresh = function () {
    fetch(body.getAttribute("data-fresh"), { cache: "no-store" }).then(function (answer) {
      return answer.ok ? answer.text() : null;
    }).then(function (html) { if (html !== null) { put(html); } }).catch(function () { lost = true; });
  };
  var open = function () {
    if (source) { return; }
    heard = Date.now();
    source = new EventSource(body.getAttribute("data-stream"));
    source.addEventListener("hello", function (event) {
      show("on");
      heard = Date.now();
      if (lost || event.data !== boot) { fresh(); }
      boot = event.data;
      lost = false;
    });
    source.addEventListener("stale", fresh);
    source.addEventListener("board", function (event) { heard = Date.now(); put(event.data); });
    source.onerror = function () {
      show("off");
      lost = true;
      if (source && source.readyState === 2) { // the browser gave up: the server was away for longer
        source = null;
        setTimeout(open, 2000);
      }
    };
  };
  var shut = function () { if (source) { source.close(); source = null; lost = true; } };
  window.addEventListener("online", function () { shut(); open(); });
  window.addEventListener("pagehide", shut);
  // A cut line may look open for minutes; asking is cheap and shows which it is.
  setInterval(function () {
    if (Date.now() - heard < SILENT_MILLIS) { return; }
    fetch(body.getAttribute("data-fresh"), { cache: "no-store" }).then(function (answer) {
      heard = Date.now();
      return answer.ok ? answer.text() : null;
    }).then(function (html) { if (html !== null) { put(html); } }).catch(function () { show("off"); shut(); open(); });
  }, 10000);
  var clock = document.getElementById("clock");
  var tick = function () {
    clock.textContent = new Date(Date.now() + skew).toLocaleTimeString("id-ID",
      { timeZone: "Asia/Jakarta", hour: "2-digit", minute: "2-digit" }) + " WIB";
  };
  tick();
  setInterval(tick, 5000);
  noticed(true);
  open();
}());
