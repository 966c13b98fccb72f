// Says a call with recordings, one word after the other, without the silence that a recording begins and ends with.
window.jejakClips = (function () {
  "use strict";
  var BETWEEN_SECONDS = 0.05; // two words
  var PAUSE_SECONDS = 0.3; // where a comma is written
  var SILENCE = 0.012; // of full strength
  var MARGIN_SECONDS = 0.012;
  var AWAKE_MILLIS = 1000; // a browser that gives no sound without a hand never says so
  var Context = window.AudioContext || window.webkitAudioContext;
  var context = null;
  var kept = {};
  var playing = [];
  var turn = 0;

  var wake = function () {
    context = context || new Context();
    return context.state === "running" ? Promise.resolve(true) : new Promise(function (done) {
      var look = function () { done(context.state === "running"); };
      context.resume().then(look, look);
      setTimeout(look, AWAKE_MILLIS);
    });
  };
  var cut = function (sound) {
    var all = sound.getChannelData(0);
    var from = 0;
    var to = all.length - 1;
    while (from < to && Math.abs(all[from]) < SILENCE) { from++; }
    while (to > from && Math.abs(all[to]) < SILENCE) { to--; }
    var start = Math.max(0, from / sound.sampleRate - MARGIN_SECONDS);
    return { sound: sound, from: start, long: Math.min(sound.duration, to / sound.sampleRate + MARGIN_SECONDS) - start };
  };
  var load = function (address) {
    if (!kept[address]) {
      kept[address] = fetch(address).then(function (answer) {
        return answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(String(answer.status)));
      }).then(function (bytes) {
        return new Promise(function (done, failed) { context.decodeAudioData(bytes, done, failed); });
      }).then(cut);
      kept[address].catch(function () { delete kept[address]; }); // asked for again with the next call
    }
    return kept[address];
  };
  var play = function (names, words, done) {
    var at = context.currentTime + BETWEEN_SECONDS;
    var last = null;
    names.forEach(function (name) {
      if (name === ",") { at += PAUSE_SECONDS; return; }
      var word = words.shift();
      last = context.createBufferSource();
      last.buffer = word.sound;
      last.connect(context.destination);
      last.start(at, word.from, word.long);
      playing.push(last);
      at += word.long + BETWEEN_SECONDS;
    });
    if (last) { last.onended = function () { playing = []; done(); }; } else { done(); }
  };
  var stop = function () {
    turn++;
    playing.forEach(function (one) { one.onended = null; one.stop(); });
    playing = [];
  };
  // Says names parted by blanks, and then done; failed(true) when they cannot be had, failed(false) without leave to sound.
  var say = function (address, text, done, failed) {
    var mine = ++turn;
    var names = text.split(" ").filter(Boolean);
    wake().then(function (allowed) {
      if (!allowed) { failed(false); return null; }
      return Promise.all(names.filter(function (name) { return name !== ","; }).map(function (name) {
        return load(address + name);
      })).then(function (words) { if (mine === turn) { play(names, words, done); } });
    }).catch(function () { failed(true); });
  };
  return { able: Boolean(Context && window.fetch && window.Promise), wake: wake, say: say, stop: stop };
}());
