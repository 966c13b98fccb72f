// What a phone's camera sees is read into a list: by the browser where it can, else by the house, one frame at a time.
(function () {
  "use strict";
  var LOOK_MILLIS = 250; // between two looks: a hand that moves from pack to pack is slower
  var BUSY_MILLIS = 1000; // when the house has others to read for
  var THOROUGH = 4; // each fourth picture is looked at longer
  var SIDE = 800; // pixels of the square that is looked at; what is seen in the page is what is read
  var FORMATS = ["data_matrix", "qr_code", "code_128"];

  var ready = function (box) {
    var view = box.querySelector(".view");
    var video = box.querySelector("video");
    var note = box.querySelector("[role=alert]");
    var button = box.querySelector("button");
    var list = document.getElementById(box.getAttribute("data-camera"));
    var count = document.getElementById(box.getAttribute("data-count"));
    var canvas = document.createElement("canvas");
    var detector = null;
    var stream = null;
    var looks = 0;
    var wait = LOOK_MILLIS;

    var say = function (name) {
      note.hidden = !name;
      note.firstElementChild.textContent = name ? box.getAttribute(name) : "";
    };
    // A browser may put the separator that begins a GS1 symbol in front.
    var keep = function (text) {
      var code = text.replace(/^[\u001d\s]+|\s+$/g, "");
      var lines = list.value.split("\n").filter(function (line) { return line.trim(); });
      if (!code || lines.indexOf(code) >= 0) { return; }
      lines.push(code);
      list.value = lines.join("\n");
      count.textContent = String(lines.length);
      document.getElementById("said").textContent = code + " \u2713";
      view.classList.remove("got");
      void view.offsetWidth; // begins the flash anew
      view.classList.add("got");
      if (navigator.vibrate) { navigator.vibrate(60); }
    };

    var frame = function () {
      var side = Math.min(video.videoWidth, video.videoHeight);
      if (!side) { return false; }
      canvas.width = canvas.height = Math.min(side, SIDE);
      canvas.getContext("2d").drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side,
        0, 0, canvas.width, canvas.height);
      return true;
    };
    var seen = function () {
      return detector.detect(canvas).then(function (found) {
        return found.map(function (one) { return one.rawValue; });
      }, function () { detector = null; return []; }); // some say that they can, and cannot
    };
    var asked = function () {
      return new Promise(function (done) { canvas.toBlob(done, "image/jpeg", 0.85); }).then(function (picture) {
        var form = new FormData();
        form.append("picture", picture, "frame.jpg");
        if (looks++ % THOROUGH === THOROUGH - 1) { form.append("thorough", "1"); }
        return fetch(box.getAttribute("data-read"), { method: "POST", body: form,
          headers: { "X-Csrf": box.getAttribute("data-csrf") } });
      }).then(function (answer) {
        if (!/json/.test(answer.headers.get("Content-Type") || "")) {
          stop();
          say("data-ended");
          return [];
        }
        if (answer.status === 429) { wait = BUSY_MILLIS; return []; }
        return answer.ok ? answer.json().then(function (body) { say(""); return body.codes; }) : Promise.reject(answer);
      }).catch(function () { say("data-lost"); return []; });
    };
    var look = function () {
      if (!stream) { return; }
      (frame() ? detector ? seen() : asked() : Promise.resolve([])).then(function (codes) {
        if (stream) { codes.forEach(keep); }
        setTimeout(look, wait);
        wait = LOOK_MILLIS;
      });
    };

    var stop = function () {
      if (stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }
      stream = null;
      video.srcObject = null;
      view.hidden = true;
      button.textContent = button.getAttribute("data-start");
    };
    var shown = function (given) {
      var track = given.getVideoTracks()[0];
      var can = track.getCapabilities ? track.getCapabilities() : {};
      if ((can.focusMode || []).indexOf("continuous") >= 0) {
        track.applyConstraints({ advanced: [{ focusMode: "continuous" }] }).catch(function () {}); // a wish
      }
      track.addEventListener("ended", stop);
      stream = given;
      video.srcObject = given;
      view.hidden = false;
      button.textContent = button.getAttribute("data-stop");
      video.play().catch(function () {}); // ended before it began
      look();
    };
    // Small modules need pixels: without a wish, browsers give 640 by 480.
    var start = function () {
      say("");
      navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 1280 },
        height: { ideal: 720 } } }).then(shown, function (error) {
          say(error.name === "NotAllowedError" || error.name === "SecurityError" ? "data-refused" : "data-none");
        });
    };

    if (!window.isSecureContext) { say("data-unsafe"); return; }
    if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) { return; }
    if ("BarcodeDetector" in window) {
      window.BarcodeDetector.getSupportedFormats().then(function (all) {
        var formats = FORMATS.filter(function (one) { return all.indexOf(one) >= 0; });
        if (formats.indexOf("data_matrix") >= 0) { detector = new window.BarcodeDetector({ formats: formats }); }
      }, function () {}); // the house reads, then
    }
    button.hidden = false;
    button.addEventListener("click", function () { if (stream) { stop(); } else { start(); } });
    document.addEventListener("visibilitychange", function () { if (document.hidden) { stop(); } });
    window.addEventListener("pagehide", stop);
  };
  document.querySelectorAll("[data-camera]").forEach(ready);
}());
