-- Who has regulations in force is asked of every cell of a province at once; a register holds few of them among all else.
create index documents_regulating on documents (unit_id, regulates, valid_from desc) where regulates is not null and void is null;
