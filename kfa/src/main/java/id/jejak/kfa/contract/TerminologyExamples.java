package id.jejak.kfa.contract;

/** What the operations of the FHIR view answer on success, shortened. */
final class TerminologyExamples {
  static final String LOOKUP = """
      {"resourceType":"Parameters","parameter":[{"name":"name","valueString":"KFA"},{"name":"version","valueString":"127"},\
      {"name":"display","valueString":"Abacavir Sulfate 300 mg Tablet Salut Selaput (KIMIA FARMA)"},\
      {"name":"property","part":[{"name":"code","valueCode":"parent"},{"name":"value","valueCode":"92000888"}]},\
      {"name":"property","part":[{"name":"code","valueCode":"ingredient"},{"name":"value","valueCode":"91000651"},\
      {"name":"description","valueString":"Abacavir"},{"name":"subproperty","part":[{"name":"code","valueCode":"strength"},\
      {"name":"value","valueString":"300 mg"}]}]}]}""";
  static final String VALIDATE = """
      {"resourceType":"Parameters","parameter":[{"name":"result","valueBoolean":true},{"name":"display","valueString":\
      "Abacavir Sulfate 300 mg Tablet Salut Selaput (KIMIA FARMA)"}]}""";
  static final String SUBSUMES = """
      {"resourceType":"Parameters","parameter":[{"name":"outcome","valueCode":"subsumes"}]}""";
  static final String EXPAND = """
      {"resourceType":"ValueSet","id":"kfa-93","url":"http://sys-ids.kemkes.go.id/kfa?fhir_vs=93","version":"127",\
      "name":"KFA93","title":"POA: medicines as sold","status":"active","expansion":{"identifier":\
      "urn:uuid:6ab6b1f7-0bd6-3b05-bd6c-57b95ff5d4d7","timestamp":"2026-11-22T01:00:00Z","total":1,"offset":0,\
      "parameter":[{"name":"filter","valueString":"abakavir"}],"contains":[{"system":"http://sys-ids.kemkes.go.id/kfa",\
      "code":"93015993","display":"Abacavir Sulfate 300 mg Tablet Salut Selaput (KIMIA FARMA)"}]}}""";
  static final String TRANSLATE = """
      {"resourceType":"Parameters","parameter":[{"name":"result","valueBoolean":true},{"name":"match","part":[\
      {"name":"equivalence","valueCode":"equivalent"},{"name":"concept","valueCoding":{"system":\
      "http://sys-ids.kemkes.go.id/kfa","code":"93015993","display":\
      "Abacavir Sulfate 300 mg Tablet Salut Selaput (KIMIA FARMA)"}},{"name":"source","valueUri":\
      "urn:jejak:ConceptMap:nie-to-kfa"}]}]}""";

  private TerminologyExamples() {}
}
