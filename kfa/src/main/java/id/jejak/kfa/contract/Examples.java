package id.jejak.kfa.contract;

/** Answers as the document prints them, for the reference pages; long texts and lists are cut. */
final class Examples {
  static final String PRICE = """
      {"total":6,"page":1,"limit":10,"items":{"data":[{"product_template_name":"Acarbose 100 mg Tablet",
      "kfa_code":"92000372","document_ref":"HK.01.07/MENKES/1905/2023","active":true,
      "region_name":"Regional 6","region_code":"regional6","start_date":"2023-08-23",
      "end_date":null,"price_unit":1060.0,"uom_name":"Tablet","updated_at":"2023-08-29 04:11:02",
      "uom_pack":["Blister","Strip"],"province":[{"province_code":"95","province_name":"Papua Pegunungan"},
      {"province_code":"93","province_name":"Papua Selatan"},{"province_code":"94",
      "province_name":"Papua Tengah"}]}]}}""";
  static final String BY_ATC = """
      {"atc_code":"L","total":978,"page":1,"size":50,"items":{"data":[{"name":"Epirubicin Hydrochloride 2 mg/m\
      L Larutan Injeksi (SANBE FARMA, 25 mL)",
      "kfa_code":"93000220","active":true,"state":"valid","image":null,"updated_at":"2023-09-01 03:56:41",
      "farmalkes_type":{"code":"medicine","name":"Obat","group":"farmasi"},"produksi_buatan":"lokal",
      "nie":"GKL1222251043A1","nama_dagang":"EPIRUBICIN HCL","manufacturer":"SANBE FARMA (UNIT IV)",
      "registrar":"SANBE FARMA","generik":true,"rxterm":"epirubicin","dose_per_unit":1,
      "fix_price":null,"het_price":1096360.0,"farmalkes_hscode":"30049089","tayang_lkpp":null,
      "kode_lkpp":null,"net_weight":null,"net_weight_uom_name":"g","volume":25.0,
      "volume_uom_name":"mL","uom":{"name":"Vial"},"product_template":{"kfa_code":"92000231",
      "name":"Epirubicin Hydrochloride 2 mg/mL Larutan Injeksi","state":"valid",
      "active":true,"display_name":"Epirubicin Hydrochloride 2 mg/mL Larutan Injeksi",
      "updated_at":"2023-08-29 00:49:25"},"replacement":{"product":null,"template":null}}]}}""";
  static final String ATC = """
      {"result":[{"code":"A","name":"ALIMENTARY TRACT AND METABOLISM","level":"1",
      "schedule_code":"3013","parent":null}]}""";
  static final String BY_TAG = """
      {"tag_code":"kanker","total":1324,"page":1,"size":50,"items":{"data":[{"name":"Foscarnet 24 mg/mL Injeks\
      i (Umum)",
      "kfa_code":"/","active":true,"state":"draft","image":null,"updated_at":"2023-03-14 13:30:02",
      "farmalkes_type":{"code":"medicine","name":"Obat","group":"farmasi"},"produksi_buatan":null,
      "nie":null,"nama_dagang":null,"manufacturer":null,"registrar":null,"generik":null,
      "rxterm":"foscarnet","dose_per_unit":1,"fix_price":1.0,"het_price":null,
      "farmalkes_hscode":null,"tayang_lkpp":null,"kode_lkpp":null,"net_weight":null,
      "net_weight_uom_name":"g","volume":null,"volume_uom_name":"mL","uom":{"name":"Botol"},
      "product_template":{"kfa_code":"92004216","name":"Foscarnet 24 mg/mL Injeksi",
      "state":"valid","active":true,"display_name":"Foscarnet 24 mg/mL Injeksi",
      "updated_at":"2023-03-14 13:30:17"},"replacement":{"product":null,"template":null}}]}}""";
  static final String TAGS = """
      {"result":[{"code":"ginjal","name":"Ginjal","level":"1","description":false,
      "parent":null},{"code":"leukemia","name":"Leukemia","level":"2","description":false,
      "parent":{"code":"kanker","name":"Kanker","level":"1"}}]}""";
  static final String DETAIL = """
      {"search_code":"93015993","search_identifier":"kfa","result":{"name":"Abacavir Sulfate 300 mg Tablet Sal\
      ut Selaput (KIMIA FARMA)",
      "kfa_code":"93015993","active":true,"state":"valid","image":null,"updated_at":"2023-09-21 07:17:24",
      "farmalkes_type":{"code":"medicine","name":"Obat","group":"farmasi"},"ucum":{"cs_code":"mg",
      "name":"milligram"},"dosage_form":{"code":"BS077","name":"Tablet Salut Selaput"},
      "controlled_drug":{"code":"3","name":"Obat Keras"},"rute_pemberian":{"code":"O",
      "name":"Oral"},"uom":{"name":"Tablet"},"produksi_buatan":"lokal","nie":"GKL2012431917A1",
      "nama_dagang":"ABACAVIR SULFATE","manufacturer":"KIMIA FARMA TBK","registrar":"KIMIA FARMA Tbk.",
      "generik":true,"rxterm":"abacavir","dose_per_unit":1,"fix_price":7215.0,
      "het_price":13297.0,"farmalkes_hscode":null,"tayang_lkpp":true,"kode_lkpp":"45463910",
      "score_tkdn":null,"score_bmp":null,"score_tkdn_bmp":null,"med_dev_jenis":null,
      "med_dev_subkategori":null,"med_dev_kategori":null,"med_dev_kelas_risiko":null,
      "klasifikasi_izin":null,"net_weight":null,"net_weight_uom_name":"g","volume":null,
      "volume_uom_name":"mL","atc_ddd":{"name":"0.6 g - O"},"atc_l1":{"name":"ANTIINFECTIVES FOR SYSTEMIC USE",
      "code":"J","level":"1","parent_code":false,"comment":null},"atc_l2":{"name":"ANTIVIRALS FOR SYSTEMIC USE",
      "code":"J05","level":"2","parent_code":"J","comment":null},"atc_l3":{"name":"DIRECT ACTING ANTIVIRALS",
      "code":"J05A","level":"3","parent_code":"J05","comment":null},"atc_l4":{"name":"Nucleoside and nucleotid\
      e reverse transcriptase inhibitors",
      "code":"J05AF","level":"4","parent_code":"J05A","comment":null},"atc_l5":{"name":"Abacavir",
      "code":"J05AF06","level":"5","parent_code":"J05AF","comment":null},"description":"<p>...</p>",
      "indication":"<p>...</p>","warning":"<p>...</p>","side_effect":"<p>...</p>",
      "identifier_ids":[{"name":"ABACAVIR SULFATE","code":"GKL2012431917A1","source_name":"NIE BPOM",
      "url":null},{"name":"Abacavir Sulfate 300 mg Tablet Salut Selaput","code":"93015993",
      "source_name":"Kamus Farmalkes (KFA – IHS)","url":null}],"packaging_ids":[{"name":"Dus isi 60",
      "kfa_code":"94021264","pack_price":0.0,"uom_id":"Tablet","qty":60.0}],"product_template":{"kfa_code":"92\
      000888",
      "name":"Abacavir Sulfate 300 mg Tablet Salut Selaput","state":"valid","active":true,
      "display_name":"Abacavir Sulfate 300 mg Tablet Salut Selaput","updated_at":"2023-08-29 00:49:25"},
      "active_ingredients":[{"kfa_code":"91000651","active":true,"state":"valid",
      "zat_aktif":"Abacavir","kekuatan_zat_aktif":"300 mg","updated_at":"2022-11-17 10:56:16"}],
      "dosage_usage":[],"cvx_info":{},"replacement":{"product":null,"template":null},
      "tags":[]}}""";
  static final String ALL = """
      {"total":66227,"page":1,"size":10,"items":{"data":[{"name":"IV Catheter With Vialon Material (VIECARE, N\
      on Injection Port Non Wing / 18 G, 20 G, 22 G, 24 G, 18 G, 20 G, 22 G, 24 G)",
      "kfa_code":"/","active":true,"state":"valid","image":null,"updated_at":"2023-07-11 08:46:13",
      "farmalkes_type":{"code":"device","name":"Alat Kesehatan","group":"alkes"},
      "produksi_buatan":"lokal","nie":null,"nama_dagang":"VieCare IV Catheter",
      "manufacturer":null,"registrar":null,"generik":null,"rxterm":null,"dose_per_unit":1,
      "fix_price":8000.0,"het_price":null,"farmalkes_hscode":null,"tayang_lkpp":true,
      "kode_lkpp":null,"net_weight":null,"net_weight_uom_name":"g","volume":null,
      "volume_uom_name":"mL","uom":{"name":"Units"},"dosage_form":{"code":false,
      "name":false},"product_template":{"kfa_code":"82002082","name":"IV Catheter With Vialon Material",
      "state":"valid","active":true,"display_name":"IV Catheter With Vialon Material",
      "updated_at":"2023-07-11 08:39:06"},"active_ingredients":[],"replacement":{"product":null,
      "template":null},"tags":[]}]}}""";
  static final String ALKES = """
      {"status":200,"error":false,"message":"success","meta":{"item_count":12056,
      "page":{"is_cursor":false,"current":1,"previous":0,"next":2,"limit":10,
      "total":10},"sort":null,"param":null,"data":[{"kfa_code":"33000002","active":true,
      "barcode":"","dapat_dibeli_lkpp":true,"discontinued":false,"display_name":"Hematology analyzer instrumen\
      t/unit 3 diff (SYSMEX, XP-100)",
      "farmalkes_type":{"code":"device","name":"device","group":"alkes"},"fix_price":81082633,
      "fornas":false,"identifier_ids":[{"url":null,"code":"33000002","name":"Hematology Analyzer Instrument/Un\
      it 3 Diff",
      "use":"official","end_date":null,"start_date":null,"source_code":"kemkes_ihs",
      "source_name":"Kamus Farmalkes (KFA – IHS)"},{"url":null,"code":"AKL 20205310017",
      "name":"SYSMEX XP-100 Automated Hematology Analyzer  and Accessories","use":"usual",
      "end_date":"2026-01-28","start_date":"2020-07-17","source_code":"nie_regalkes",
      "source_name":"NIE REGALKES"},{"url":"https://e-katalog.lkpp.go.id/katalog/produk/detail/1370769?lang=id\
      &type=province",
      "code":"1370769","name":"Automated Hematology Analyzer XP 100 and Accessories include Peripherals",
      "use":"usual","end_date":null,"start_date":"2021-09-14","source_code":"produk_lkpp",
      "source_name":"LKPP"}],"jenis":{"code":"0205002","name":"Automated differential cell counter."},
      "kategori":{"code":"02","name":"Peralatan Hematologi dan Patologi"},"klasifikasi_izin":{"code":"ID",
      "name":"Invitro Diagnostik","type":"device"},"kode_kbki":"4815010999","kode_lkpp":"1370769",
      "manufacturer":"SYSMEX CORPORATION.","manufacturer_country":{"code":"JP",
      "name":"Japan"},"med_dev_kelas_risiko":"B","nama_dagang":"SYSMEX XP-100 Automated Hematology Analyzer  a\
      nd Accessories",
      "nie":"AKL 20205310017","product_template":{"state":"valid","kfa_code":"32000009",
      "name":"Hematology analyzer instrument/unit 3 diff","bmhp":false,"synonyms":"Hematology analyzer 3 diff"},
      "produksi_buatan":"import","registrar":"PT. SYSMEX INDONESIA","registrar_country":{"code":"ID",
      "name":"Indonesia"},"score_bmp":0,"score_tkdn":30.29,"score_tkdn_bmp":30.29,
      "stok_wajib_yankes":false,"sub_jenis":{"code":"0205002003","name":"Hematology Analyzer"},
      "sub_kategori":{"code":"0205","name":"Peralatan Hematologi Otomatis dan Semi Otomatis"},
      "tayang_lkpp":true,"ucum":{"name":"internasional unit","ci_code":"[IU]",
      "cs_code":"[IU]"},"uom_name":"Units","uom_po_name":"Units","updated_at":"2024-05-07T03:41:04.789Z",
      "variant_desc_farmalkes":"<p><br></p>","variant_desc_usage":"<p><br></p>",
      "variant_desc_warning":"<p><br></p>","variant_side_effect":"<p><br></p>",
      "volume":-1,"weight":-1,"product_state":"valid","replacement":{"product":{"reason":"",
      "kfa_code":""},"template":{"reason":"","kfa_code":""}}}]},"data":[{"kfa_code":"33000002",
      "active":true,"barcode":"","dapat_dibeli_lkpp":true,"discontinued":false,
      "display_name":"Hematology analyzer instrument/unit 3 diff (SYSMEX, XP-100)",
      "farmalkes_type":{"code":"device","name":"device","group":"alkes"},"fix_price":81082633,
      "fornas":false,"identifier_ids":[{"url":null,"code":"33000002","name":"Hematology Analyzer Instrument/Un\
      it 3 Diff",
      "use":"official","end_date":null,"start_date":null,"source_code":"kemkes_ihs",
      "source_name":"Kamus Farmalkes (KFA – IHS)"},{"url":null,"code":"AKL 20205310017",
      "name":"SYSMEX XP-100 Automated Hematology Analyzer  and Accessories","use":"usual",
      "end_date":"2026-01-28","start_date":"2020-07-17","source_code":"nie_regalkes",
      "source_name":"NIE REGALKES"},{"url":"https://e-katalog.lkpp.go.id/katalog/produk/detail/1370769?lang=id\
      &type=province",
      "code":"1370769","name":"Automated Hematology Analyzer XP 100 and Accessories include Peripherals",
      "use":"usual","end_date":null,"start_date":"2021-09-14","source_code":"produk_lkpp",
      "source_name":"LKPP"}],"jenis":{"code":"0205002","name":"Automated differential cell counter."},
      "kategori":{"code":"02","name":"Peralatan Hematologi dan Patologi"},"klasifikasi_izin":{"code":"ID",
      "name":"Invitro Diagnostik","type":"device"},"kode_kbki":"4815010999","kode_lkpp":"1370769",
      "manufacturer":"SYSMEX CORPORATION.","manufacturer_country":{"code":"JP",
      "name":"Japan"},"med_dev_kelas_risiko":"B","nama_dagang":"SYSMEX XP-100 Automated Hematology Analyzer  a\
      nd Accessories",
      "nie":"AKL 20205310017","product_template":{"state":"valid","kfa_code":"32000009",
      "name":"Hematology analyzer instrument/unit 3 diff","bmhp":false,"synonyms":"Hematology analyzer 3 diff"},
      "produksi_buatan":"import","registrar":"PT. SYSMEX INDONESIA","registrar_country":{"code":"ID",
      "name":"Indonesia"},"score_bmp":0,"score_tkdn":30.29,"score_tkdn_bmp":30.29,
      "stok_wajib_yankes":false,"sub_jenis":{"code":"0205002003","name":"Hematology Analyzer"},
      "sub_kategori":{"code":"0205","name":"Peralatan Hematologi Otomatis dan Semi Otomatis"},
      "tayang_lkpp":true,"ucum":{"name":"internasional unit","ci_code":"[IU]",
      "cs_code":"[IU]"},"uom_name":"Units","uom_po_name":"Units","updated_at":"2024-05-07T03:41:04.789Z",
      "variant_desc_farmalkes":"<p><br></p>","variant_desc_usage":"<p><br></p>",
      "variant_desc_warning":"<p><br></p>","variant_side_effect":"<p><br></p>",
      "volume":-1,"weight":-1,"product_state":"valid","replacement":{"product":{"reason":"",
      "kfa_code":""},"template":{"reason":"","kfa_code":""}}}]}""";
  static final String TEMPLATE = """
      {"status":200,"error":false,"message":"success","meta":{"item_count":11533,
      "page":{"is_cursor":false,"current":1,"previous":0,"next":2,"limit":10,
      "total":10},"sort":null,"param":null,"data":[{"kfa_code":"32000002","active":true,
      "bmhp":true,"desc_farmalkes":"<p><br></p>","desc_usage":"<p><br></p>","desc_warning":"<p><br></p>",
      "farmalkes_hscode":"","farmalkes_type":{"code":"device","name":"device",
      "group":"alkes"},"fornas":false,"jenis":{"code":"1603005","name":"Surgical apparel "},
      "kategori":{"code":"16","name":"Peralatan Bedah Umum dan Bedah Plastik"},
      "klasifikasi_izin":{"code":"NENS","name":"Non Elektromedik Non Steril",
      "type":"device"},"med_dev_kelas_risiko":"B","name":"Masker anak 3ply earloop",
      "replacement":{"name":"","reason":"","kfa_code":""},"side_effect":"<p><br></p>",
      "state":"valid","stok_wajib_yankes":false,"sub_jenis":{"code":"1603005001",
      "name":"Surgical Mask"},"sub_kategori":{"code":"1603","name":"Peralatan Bedah"},
      "synonyms":"","ucum":{"name":"internasional unit","ci_code":"[IU]","cs_code":"[IU]"},
      "uom_name":"Units","uom_po_name":"Units","updated_at":"2024-10-28T07:12:12.786Z"}]},
      "data":[{"kfa_code":"32000002","active":true,"bmhp":true,"desc_farmalkes":"<p><br></p>",
      "desc_usage":"<p><br></p>","desc_warning":"<p><br></p>","farmalkes_hscode":"",
      "farmalkes_type":{"code":"device","name":"device","group":"alkes"},"fornas":false,
      "jenis":{"code":"1603005","name":"Surgical apparel "},"kategori":{"code":"16",
      "name":"Peralatan Bedah Umum dan Bedah Plastik"},"klasifikasi_izin":{"code":"NENS",
      "name":"Non Elektromedik Non Steril","type":"device"},"med_dev_kelas_risiko":"B",
      "name":"Masker anak 3ply earloop","replacement":{"name":"","reason":"",
      "kfa_code":""},"side_effect":"<p><br></p>","state":"valid","stok_wajib_yankes":false,
      "sub_jenis":{"code":"1603005001","name":"Surgical Mask"},"sub_kategori":{"code":"1603",
      "name":"Peralatan Bedah"},"synonyms":"","ucum":{"name":"internasional unit",
      "ci_code":"[IU]","cs_code":"[IU]"},"uom_name":"Units","uom_po_name":"Units",
      "updated_at":"2024-10-28T07:12:12.786Z"}]}""";
  static final String CHANGES = """
      {"since":0,"next":2,"more":false,"changes":[{"seq":1,"at":"2026-11-22T02:00:00Z",
      "what":"added","subject":"product","kfa_code":"93015993","name":"Abacavir Sulfate 300 mg Tablet Salut Se\
      laput (KIMIA FARMA)",
      "before":null,"after":null},{"seq":2,"at":"2026-11-23T02:00:00Z","what":"repriced",
      "subject":"product","kfa_code":"93015993","name":"Abacavir Sulfate 300 mg Tablet Salut Selaput (KIMIA FA\
      RMA)",
      "before":"7215 / 13297","after":"7300 / 13297"}]}""";
  static final String IMPORT = """
      {"rows":100,"added":97,"changed":3,"renamed":1,"deactivated":1,"replaced":0,
      "repriced":2,"skipped":0,"seq":140}""";

  private Examples() {}
}
