-- What products consist of, as relations, for whoever asks in SQL. The documents are the truth; these are looks at them.
create function members(doc json, name text) returns setof json
  language sql immutable parallel safe
  as $$ select value from json_array_elements(case when json_typeof(doc -> name) = 'array' then doc -> name end) $$;

create view ingredient as
select p.id as product, p.code, m.place, m.doc ->> 'kfa_code' as ingredient_code, m.doc ->> 'zat_aktif' as name,
       m.doc ->> 'kekuatan_zat_aktif' as strength, m.doc
  from product p
 cross join lateral members(p.doc, 'active_ingredients') with ordinality as m (doc, place);

create view pack as
select p.id as product, p.code, m.place, m.doc ->> 'kfa_code' as pack_code, m.doc ->> 'name' as name,
       m.doc ->> 'uom_id' as unit, m.doc ->> 'qty' as quantity, m.doc ->> 'pack_price' as price, m.doc
  from product p
 cross join lateral members(p.doc, 'packaging_ids') with ordinality as m (doc, place);

create view identifier as
select p.id as product, p.code, m.place, m.doc ->> 'source_name' as source, m.doc ->> 'code' as identifier,
       m.doc ->> 'name' as name, m.doc ->> 'url' as url
  from product p
 cross join lateral members(p.doc, 'identifier_ids') with ordinality as m (doc, place);

create view dosage as
select p.id as product, p.code, m.place, m.doc
  from product p
 cross join lateral members(p.doc, 'dosage_usage') with ordinality as m (doc, place);

create view product_tag as
select p.id as product, p.code, m.place, m.doc ->> 'code' as tag, m.doc ->> 'name' as name
  from product p
 cross join lateral members(p.doc, 'tags') with ordinality as m (doc, place);

create view replacement as
select p.id as product, p.code, p.doc #>> '{replacement,product,kfa_code}' as product_code,
       p.doc #>> '{replacement,template,kfa_code}' as template_code, p.doc #>> '{replacement,reason}' as reason,
       p.doc #>> '{replacement,updated_at}' as updated_at
  from product p
 where p.replacement is not null;
