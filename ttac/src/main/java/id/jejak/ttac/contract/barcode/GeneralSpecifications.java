package id.jejak.ttac.contract.barcode;

/**
 * The assigned application identifiers of the GS1 General Specifications, as far as reading past them needs.
 *
 * <p>One line each: code or range of codes; {@code n} digits or {@code x} characters with the length, as
 * {@code least..most} or {@code ..most}; {@code fixed} where no separator follows; {@code check} for a
 * check digit and {@code date} for YYMMDD. Values made of several parts are given as one. Only what a
 * pack's identity rests on is checked beyond its length: GTIN, SSCC and expiry.
 */
final class GeneralSpecifications {

  static final String LINES = """
      00 n18 fixed check
      01 n14 fixed check
      02-03 n14 fixed
      10 x..20
      11-13 n6 fixed
      15-16 n6 fixed
      17 n6 fixed date
      20 n2 fixed
      21-22 x..20
      235 x..28
      240-241 x..30
      242 n..6
      243 x..20
      250-251 x..30
      253 x13..30
      254 x..20
      255 n13..25
      30 n..8
      3100-3169 n6 fixed
      3200-3379 n6 fixed
      3400-3579 n6 fixed
      3600-3699 n6 fixed
      37 n..8
      3900-3909 n..15
      3910-3919 n4..18
      3920-3929 n..15
      3930-3939 n4..18
      3940-3943 n4
      3950-3955 n6
      400-401 x..30
      402 n17
      403 x..30
      410-417 n13 fixed
      420 x..20
      421 x4..12
      422 n3
      423 n3..15
      424 n3
      425 n3..15
      426 n3
      427 x..3
      4300-4301 x..35
      4302-4306 x..70
      4307 x2
      4308 x..30
      4309 n20
      4310-4311 x..35
      4312-4316 x..70
      4317 x2
      4318 x..20
      4319 x..30
      4320 x..35
      4321-4323 n1
      4324-4325 n10
      4326 n6
      4330-4333 x6..7
      7001 n13
      7002 x..30
      7003 n10
      7004 n..4
      7005 x..12
      7006 n6
      7007 n6..12
      7008 x..3
      7009 x..10
      7010 x..2
      7011 n6..10
      7020-7022 x..20
      7023 x..30
      7030-7039 x4..30
      7040 x4
      7041 x..4
      710-717 x..20
      7230-7239 x3..30
      7240 x..20
      7241 n2
      7242 x..25
      7250 n8
      7251 n12
      7252 n1
      7253-7254 x..40
      7255 x..10
      7256 x..90
      7257 x..70
      7258 x3
      7259 x..40
      8001 n14
      8002 x..20
      8003 x14..30
      8004 x..30
      8005 n6
      8006 n18
      8007 x..34
      8008 n8..12
      8009 x..50
      8010 x..30
      8011 n..12
      8012 x..20
      8013-8014 x..25
      8017-8018 n18
      8019 n..10
      8020 x..25
      8026 n18
      8030 x..90
      8040-8041 n15
      8042 n32
      8043 n18..20
      8110 x..70
      8111 n4
      8112 x..70
      8200 x..70
      90 x..30
      91-99 x..90
      """;

  private GeneralSpecifications() {}
}
