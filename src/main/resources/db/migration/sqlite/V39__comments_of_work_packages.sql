-- Lists that are filtered by the words of comments look at those of each work package.
create index journal_comment on journal (work_package_id) where comment <> '';
