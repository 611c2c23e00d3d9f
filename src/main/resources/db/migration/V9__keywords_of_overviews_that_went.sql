-- Keywords of an overview that left nothing in its place stayed shown: they counted at tags, but were in no list.
update keyword set shown = false where shown and overview_id is not null
    and not exists (select 1 from paper p where p.id = keyword.paper_id and p.overview_id = keyword.overview_id);
