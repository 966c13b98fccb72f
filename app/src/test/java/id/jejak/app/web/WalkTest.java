package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.SecondLane;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A newcomer's walk, from a fresh demo world to a pack in a patient's hand and a recall that names them, in a browser and
 * nowhere else. {@code docs/guides/walk.md} tells it step by step with the pictures that are taken here; every page is come
 * to as that says, and no address is typed but the first.
 */
@SecondLane
class WalkTest {
  @RegisterExtension
  static final Sight SIGHT = Sight.of("404");

  private static String pack(int number) {
    return String.format(Locale.ROOT, "SGTDEV001PRM%04d", number);
  }

  @Test
  void fromThePalletToThePatientAndBack() {
    var chromium = SIGHT.chromium();
    chromium.go("/");
    sent(chromium);
    mapped(chromium);
    received(chromium);
    prescribed(chromium);
    dispensed(chromium);
    recalled(chromium);
  }

  private static void open(Chromium chromium, String name) {
    chromium.page.click(".top nav a:text-is('" + name + "')");
    chromium.page.waitForSelector(".top nav a[aria-current]:text-is('" + name + "')");
  }

  private static void become(Chromium chromium, String name) {
    chromium.page.click(".top nav a:text-is('Petugas')");
    chromium.page.waitForSelector("main h1");
    var other = chromium.page.locator("a:text-is('Masuk sebagai orang lain')");
    if (other.count() > 0) {
      other.click();
    }
    chromium.page.click(".offers button:has-text('" + name + "')");
    chromium.page.waitForSelector(".who:has-text('" + name + "')");
  }

  private static void key(Chromium chromium, String key, String then) {
    chromium.page.waitForFunction("() => document.readyState === 'complete'");
    chromium.press(key);
    chromium.page.waitForSelector(then);
  }

  private static void sent(Chromium chromium) {
    open(chromium, "TTAC");
    chromium.page.click("button:text-is('PBF Nusantara Medika')");
    chromium.page.waitForSelector("text=Menunggu diterima");
    key(chromium, "k", ".scan:focus");
    chromium.page.selectOption("select[name=target]", "123");
    chromium.page.focus(".scan");
    chromium.scan("TSR_SGTDEV001");
    chromium.page.click("button:text-is('Periksa dahulu')");
    chromium.page.waitForSelector("button[data-key=y]");
    chromium.picture("walk-1-send");
    chromium.press("y");
    chromium.page.waitForSelector("text=1 barcode selesai.");
  }

  private static void mapped(Chromium chromium) {
    become(chromium, "apt. Budi Santoso");
    open(chromium, "Stok");
    key(chromium, "t", "input[name=nie]:focus");
    chromium.page.keyboard().type("TR202358291");
    chromium.page.fill("input[name=kfa]", "93990002");
    chromium.page.fill("input[name=pack_units]", "10");
    chromium.page.fill("input[name=price]", "600");
    chromium.press("Enter");
    chromium.page.waitForSelector(".note.good");
  }

  private static void received(Chromium chromium) {
    become(chromium, "Joko Widagdo");
    open(chromium, "Stok");
    key(chromium, "m", "#inbound");
    chromium.page.click("#inbound tr:has-text('TSR_SGTDEV001') a");
    chromium.page.waitForSelector(".scan:focus");
    for (int i = 1; i <= 10; i++) {
      chromium.scan(pack(i));
    }
    chromium.page.fill("input[name=place]", "RAK-A");
    chromium.page.click("button:text-is('Periksa dahulu')");
    chromium.page.waitForSelector("button[data-key=y]");
    chromium.picture("walk-2-receive");
    chromium.press("y");
    chromium.page.waitForSelector("text=10 kemasan diterima");
  }

  private static void prescribed(Chromium chromium) {
    become(chromium, "dr. Ratna Kusuma");
    open(chromium, "Resep");
    chromium.scan("P02029542843");
    chromium.page.waitForSelector("text=Yudi Nurwanto");
    chromium.page.waitForSelector("input[name=q]:focus");
    chromium.page.keyboard().type("panadin");
    chromium.page.waitForSelector(".drug:has-text('PANADIN')");
    chromium.press("Tab");
    chromium.press("Enter");
    chromium.page.waitForSelector("#words_0:text-is('3 kali sehari 1 tablet')");
    chromium.page.fill("input[name=signa_0]", "3 dd 1 p.c.");
    chromium.page.waitForSelector("#words_0:has-text('sesudah makan')");
    chromium.picture("walk-3-prescribe");
    chromium.press("F9");
    chromium.page.waitForSelector("#signed [data-key=F7]");
  }

  private static void dispensed(Chromium chromium) {
    become(chromium, "apt. Budi Santoso");
    open(chromium, "Loket farmasi");
    chromium.press("ArrowDown");
    chromium.press("Enter");
    chromium.page.waitForSelector("#script");
    chromium.scan(pack(1));
    chromium.page.waitForSelector(".rx.full");
    chromium.press("F9");
    chromium.page.waitForSelector("#handed [data-key=F7]");
    chromium.picture("walk-4-dispense");
    chromium.scan(pack(1));
    chromium.page.waitForSelector("#verdict:has-text('Baru saja dipindai')");
  }

  private static void recalled(Chromium chromium) {
    open(chromium, "Penarikan");
    chromium.page.fill("input[name=value]", "STRIAL");
    chromium.page.fill("input[name=reason]", "cemaran");
    chromium.press("Enter");
    chromium.page.waitForSelector("svg.graph");
    chromium.page.selectOption("select[name=purpose]", "recall");
    chromium.page.click("button:text-is('Tampilkan nama')");
    chromium.page.waitForSelector("#people strong");
    chromium.picture("walk-5-recall");
    assertTrue(chromium.page.locator("#people").textContent().contains("Yudi Nurwanto"));
    open(chromium, "Loket farmasi");
    chromium.scan(pack(2));
    chromium.page.waitForSelector("#verdict:has-text('ditarik')");
  }
}
