// Opens an encrypted response: AES-256-CBC, key = SHA-256 of cons_id + secret + timestamp of the request, then LZ-String.
function decompress(text) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$";
  let at = 0, used = 6, value = 0;
  const bits = count => {
    let read = 0;
    for (let i = 0; i < count; i++) {
      if (used === 6) { value = alphabet.indexOf(text[at++]); used = 0; }
      read |= (value >> (5 - used++) & 1) << i;
    }
    return read;
  };
  const phrases = ["", "", ""];
  let out = "", width = 2, left = 1, before = "";
  for (;;) {
    let code = bits(width);
    if (code === 2) { return out; }
    if (code < 2) {
      phrases.push(String.fromCharCode(bits(code === 1 ? 16 : 8)));
      code = phrases.length - 1;
      if (--left === 0) { left = 1 << width++; }
    }
    const phrase = code === phrases.length ? before + before[0] : phrases[code];
    out += phrase;
    if (before !== "") {
      phrases.push(before + phrase[0]);
      if (--left === 0) { left = 1 << width++; }
    } else {
      width = 3;
      left = 4;
    }
    before = phrase;
  }
}

function opened(sealed, consId, secret, timestamp) {
  const key = CryptoJS.SHA256(consId + secret + timestamp);
  const iv = CryptoJS.lib.WordArray.create(key.words.slice(0, 4), 16);
  return decompress(CryptoJS.AES.decrypt(sealed, key, { iv }).toString(CryptoJS.enc.Utf8));
}

let answered = null;
try { answered = pm.response.json(); } catch (e) { answered = null; } // the request's own tests say so
if (answered && typeof answered.response === "string") {
  pm.variables.set("opened", opened(answered.response, pm.environment.get("cons_id"),
      pm.environment.get("secret_key"), pm.variables.get("timestamp")));
  console.log(pm.variables.get("opened"));
}
