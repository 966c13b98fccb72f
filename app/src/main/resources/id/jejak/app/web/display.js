// The screen of a waiting room: shows what comes, says it, and comes back by itself after a cut or a restart.
(function () {
  "use strict";
  var body = document.body;
  var board = document.getElementById("board");
  var state = document.getElementById("state");
  var voice = document.getElementById("voice");
  var FRESH_MILLIS = 60000; // older calls are not said any more: whoever was meant has heard or seen it
  var SILENT_MILLIS = 40000; // the stream shows a sign of life every 15 seconds
  var UTTERED_MILLIS = 20000; // some engines never say that they have ended
  var VOICES_MILLIS = 3000; // voices come a moment after the page
  var KEPT = "jejak.display " + window.location.pathname;
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

  // What was called, and whether it was to be said, outlives a reload: nothing is said twice, and nothing left out.
  var kept = null;
  try { kept = JSON.parse(window.sessionStorage.getItem(KEPT)); } catch (error) { kept = null; }
  var known = kept ? kept.known : {};
  var on = function () { return voice.getAttribute("aria-pressed") === "true"; };
  var keep = function () {
    try {
      window.sessionStorage.setItem(KEPT, JSON.stringify({ known: known, on: on() }));
    } catch (error) { kept = null; } // no memory is given: a reload forgets
  };

  // Whoever looks after the screen must see that nobody hears it.
  var mute = document.getElementById("mute");
  var warn = function (name) { mute.textContent = name ? mute.getAttribute(name) : ""; };
  var engine = window.speechSynthesis || null;
  var indonesian = function () { // Android still says "in", the code's name until 1989
    return engine.getVoices().filter(function (one) { return /^(id|ind|in)([-_]|$)/i.test(one.lang); })[0] || null;
  };
  // Where nobody speaks Indonesian, recordings do.
  var clips = window.jejakClips;
  var recorded = function () { return clips.able && !(engine && indonesian()); };
  var waiting = function () {
    return engine !== null && engine.getVoices().length === 0 && window.performance.now() < VOICES_MILLIS;
  };
  var listen = function () {
    if (!on()) { return; }
    warn(recorded() ? "" : !engine || engine.getVoices().length === 0 ? "data-none" : indonesian() ? "" : "data-other");
  };
  var press = function (now) {
    voice.setAttribute("aria-pressed", String(now));
    voice.textContent = voice.getAttribute(now ? "data-on" : "data-off");
  };
  var untouched = function () { // a page that nobody touched since it was loaded
    press(false);
    queue = [];
    warn("data-touch");
  };
  var utter = function (text, done) {
    var words = new SpeechSynthesisUtterance(text);
    words.lang = "id-ID";
    words.rate = 0.9;
    words.voice = indonesian();
    words.onend = done;
    words.onerror = function (event) {
      if (event.error === "not-allowed") {
        untouched();
      } else if (event.error !== "canceled" && event.error !== "interrupted") { warn("data-none"); }
      done();
    };
    engine.speak(words);
  };
  var hush = function () {
    if (engine) { engine.cancel(); }
    clips.stop();
  };
  var speak = function () {
    if (speaking || queue.length === 0 || !on() || waiting()) { return; }
    var call = queue.shift();
    var over = false;
    var done = function () {
      if (over) { return; }
      over = true;
      speaking = false;
      speak();
    };
    setTimeout(function () { if (!over) { hush(); done(); } }, UTTERED_MILLIS);
    speaking = true;
    if (recorded()) {
      clips.say(call.voice, call.clips, function () { listen(); done(); }, function (allowed) {
        if (allowed) { warn("data-lost"); } else { untouched(); }
        done();
      });
    } else if (engine) { utter(call.text, done); } else { done(); }
  };
  var said = function (text, names) {
    var grid = board.querySelector("[data-voice]");
    return { text: text, clips: names, voice: grid ? grid.getAttribute("data-voice") : "" };
  };
  var turn = function (now, first) {
    press(now);
    queue = now && first ? [first] : [];
    if (!now) { hush(); speaking = false; }
    if (now && recorded()) { clips.wake(); } // while a hand is at the screen
    warn("");
    setTimeout(function () { listen(); speak(); }, waiting() ? VOICES_MILLIS - window.performance.now() : 0);
    keep();
    speak();
  };
  voice.addEventListener("click", function () {
    turn(!on(), said(voice.getAttribute("data-first"), "suara-menyala"));
  });
  if (engine && engine.addEventListener) {
    engine.addEventListener("voiceschanged", function () { listen(); speak(); });
  }

  // Calls that were not here before are marked, and said if they are fresh, the oldest first.
  var noticed = function (first) {
    var grid = board.querySelector("[data-now]");
    var now = Number(grid ? grid.getAttribute("data-now") : 0);
    if (!now) { return; }
    skew = now - Date.now();
    var here = {};
    var calls = Array.prototype.slice.call(board.querySelectorAll("[data-call]"));
    calls.reverse().forEach(function (call) {
      var key = call.getAttribute("data-call");
      var at = Number(call.getAttribute("data-at"));
      var before = known[key];
      known[key] = at;
      here[key] = true;
      if (first || before) { return; }
      call.classList.add("wall-new");
      if (now - at < FRESH_MILLIS && on()) { queue.push(said(call.getAttribute("data-say"), call.getAttribute("data-clips"))); }
    });
    Object.keys(known).forEach(function (key) {
      if (!here[key] && now - known[key] > FRESH_MILLIS) { delete known[key]; }
    });
    keep();
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
  if (kept && kept.on) { turn(true, said(" ", "")); } // says nothing, and so shows at once whether it may
  noticed(!kept);
  open();
}());
