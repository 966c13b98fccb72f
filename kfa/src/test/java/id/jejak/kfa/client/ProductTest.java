package id.jejak.kfa.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of every year, with everything that is odd about them. */
class ProductTest {
  private static final List<String> NOTHINGS = List.of("null", "false", "\"\"", "{}", "[]", "\"/\"");

  @Test
  void everyWordForNothingIsNothing() {
    for (var nothing : NOTHINGS) {
      var row = Product.of(Json.read("""
          {"name":"A","kfa_code":N,"active":true,"state":N,"updated_at":N,"farmalkes_type":N,"dosage_form":N,
          "rute_pemberian":{"code":N,"name":N},"nie":N,"nama_dagang":N,"rxterm":N,"fix_price":N,"volume":N,"uom":N,
          "product_template":N,"active_ingredients":N,"packaging_ids":N,"identifier_ids":N,"tags":[{"code":N,"name":N}],
          "atc_l1":{"code":N,"parent_code":N},"replacement":{"product":N,"template":N}}""".replace("N", nothing)));
      assertEquals(new Product(Optional.empty(), "A", true, "", "", "", Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), row.raw()), row, nothing);
      assertFalse(row.usable());
    }
  }

  @Test
  void aRowOf2023IsRead() {
    var row = Product.of(Json.read("""
        {"id":26767,"name":"Contoh 250 mg Tablet (MEREK)","kfa_code":"93990001","active":true,"state":"valid",
        "updated_at":"2022-12-02 02:39:20","farmalkes_type":{"code":"medicine","name":"Obat","group":"farmasi"},
        "dosage_form":{"code":"BS066","name":"Tablet"},"rute_pemberian":{"code":"O","name":"Oral"},
        "uom":{"name":"Tablet"},"nie":"DKL9903816410A1","nama_dagang":"MEREK","generik":null,"rxterm":"contoh",
        "fix_price":5025,"score_tkdn":32.44,"atc_l1":{"name":"X","code":"S","level":"1","parent_code":""},
        "atc_l2":{"code":"S01","level":2},"product_template":{"kfa_code":"92990001","name":"Contoh 250 mg Tablet"},
        "identifier_ids":[{"name":"M","code":"DKL9903816410A1","source_name":"NIE BPOM"},
        {"name":"M","code":"DKL9903816410A1","source_name":"NIE BPOM"}],
        "packaging_ids":[{"name":"Dus isi 60","kfa_code":"94990001","pack_price":0.0,"uom_id":"Tablet","qty":60.0}],
        "active_ingredients":[{"kfa_code":"91990001","zat_aktif":"CONTOH","kekuatan_zat_aktif":"250 mg"}]}"""));
    assertTrue(row.usable());
    assertEquals(Instant.parse("2022-12-02T02:39:20Z"), row.updatedAt().orElseThrow());
    assertEquals(Optional.of(new Named("92990001", "Contoh 250 mg Tablet")), row.template());
    assertEquals(1, row.identifiers().size());
    assertEquals("250 mg", row.ingredients().getFirst().strength().orElseThrow().toString());
    assertEquals(List.of("S", "S01"), row.atc());
    assertEquals("60.0", row.packs().getFirst().quantity().orElseThrow().toPlainString());
    assertEquals(5025, row.fixPrice().orElseThrow().intValueExact());
  }

  @Test
  void aRowOf2024IsRead() {
    var row = Product.of(Json.read("""
        {"name":"Paracetamol 250 mg Sirup (OBAPA)","kfa_code":"92001142","active":false,"state":"valid",
        "updated_at":"2023-09-14 03:36:32","generik":false,"rxterm":525,"volume":"60",
        "product_template":{"kfa_code":"92001142","name":"Paracetamol 250 mg Sirup","active":false},
        "tags":[{"code":null,"name":null}],
        "replacement":{"product":{"name":"X","reason":"Duplikat","kfa_code":"93003161"},
        "template":{"name":"Y","reason":"Duplikat","kfa_code":"92001121"}}}"""));
    assertEquals(Optional.of("525"), row.term());
    assertEquals(Optional.of(false), row.generic());
    assertFalse(row.active());
    var instead = row.replacement().orElseThrow();
    assertEquals(new Named("93003161", "X"), instead.product().orElseThrow());
    assertEquals(new Named("92001121", "Y"), instead.template().orElseThrow());
    assertEquals("Duplikat", instead.reason());
    assertEquals(List.of(), row.tags());
  }

  @Test
  void aRowOf2026IsRead() {
    var row = Product.of(Json.read("""
        {"name":"Paket","kfa_code":93990009,"active":"true","state":"valid","updated_at":"2026-01-05T07:00:00+07:00",
        "fix_price":"1500.50","volume":"5","product_template":{"kfa_code":"92990009","bmhp":false},
        "paket_obat":[{"kfa_code":"93990001","qty":2}],"total_data":19418,"tags":["tbc"],
        "dosage_usage":[{"name":"x"}],"lagi":{"baru":[1,2]}}"""));
    assertEquals(Optional.of("93990009"), row.code());
    assertEquals(Instant.parse("2026-01-05T00:00:00Z"), row.updatedAt().orElseThrow());
    assertEquals("1500.50", row.fixPrice().orElseThrow().toPlainString());
    assertEquals(List.of("tbc"), row.tags());
    assertEquals(2, row.raw().path("paket_obat").path(0).path("qty").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"active_ingredients\":[1,null,\"x\",[]],\"tags\":7,\"uom\":[1]}",
      "{\"updated_at\":\"kemarin\",\"fix_price\":\"mahal\",\"het_price\":1e99999}", "{}",
      "{\"name\":{\"id\":1},\"kfa_code\":[1]}"})
  void nonsenseIsNothing(String json) {
    var row = Product.of(Json.read(json));
    assertEquals("", row.name());
    assertEquals(Optional.empty(), row.code());
    assertEquals(Optional.empty(), row.fixPrice());
    assertEquals(Optional.empty(), row.hetPrice());
    assertEquals(List.of(), row.ingredients());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"300 mg|300 mg", "100 mg/1 mL|100 mg/1 mL", "4 ug/0.5 mL|4 ug/0.5 mL",
      "2,5 mg / 5 ml|2.5 mg/5 mL", "25 mcg|25 ug", "100.000 IU|100000 [IU]", "12.5 mg|12.5 mg", "1.000 mg|1.000 mg",
      "0,9 %|0.9 %", "50 mg/mL|50 mg/1 mL", "3,25 IU|3.25 [IU]", "10 g|10 g", "5mg|5 mg", "100 UI/mL|100 [IU]/1 mL"})
  void aStrengthIsReadAsAmounts(String text, String expected) {
    assertEquals(expected, Strength.read(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mg", "300", "3,25 IU / 2,5 IU / 1 IU", "0 mg", "1.2.3 mg", "kira-kira 5 mg", "5 mg + 2 mg"})
  void whatIsNoStrengthIsLeftAsText(String text) {
    assertEquals(Optional.empty(), Strength.read(text));
  }
}
