// One signature is good for every request of its second: HMAC-SHA256 of cons_id&timestamp under the secret key.
const offset = Number(pm.environment.get("clock_offset") || 0); // the sandbox's clock may have been moved
const timestamp = String(Math.floor(Date.now() / 1000) + offset);
const consId = pm.environment.get("cons_id");
const secret = pm.environment.get("secret_key");
pm.variables.set("timestamp", timestamp);
pm.variables.set("signature", CryptoJS.enc.Base64.stringify(CryptoJS.HmacSHA256(consId + "&" + timestamp, secret)));
