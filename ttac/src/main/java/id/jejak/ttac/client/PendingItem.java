package id.jejak.ttac.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A unit on its way here, the top of its tree. The document does not print the fields of this list, so a foreign
 * server may leave out any but the barcode.
 *
 * @param nie null when several are inside, or not told; likewise batch and expiry
 * @param expiry as told, {@code yyyy-mm-dd}
 * @param kind {@code kirim}, {@code retur} or {@code recall}
 * @param reason of a return
 * @param sender id of the sarana that sent it; 0 when not told
 * @param sentAt as told, Jakarta time
 * @param primers packs inside; 0 when not told
 */
public record PendingItem(String barcode, Optional<Level> level, @Nullable String nie, @Nullable String batch,
    @Nullable String expiry, @Nullable String kind, @Nullable String reason, int sender, @Nullable String senderName,
    @Nullable String sentAt, long primers) {
  static PendingItem of(JsonNode item) {
    return new PendingItem(Fields.text(item, "barcode"), Level.ofWord(Fields.text(item, "barcode_level")),
        Fields.textOrNull(item, "nie"), Fields.textOrNull(item, "batch_no"), Fields.textOrNull(item, "exp_date"),
        Fields.textOrNull(item, "jenis"), Fields.textOrNull(item, "reason"),
        item.path("id_sarana_pengirim").asInt(0), Fields.textOrNull(item, "nama_sarana_pengirim"),
        Fields.textOrNull(item, "tanggal_kirim"), item.path("jumlah_primer").asLong(0));
  }
}
