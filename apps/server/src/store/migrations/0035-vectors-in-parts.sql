-- A question reads a few hundred bytes of a document's vectors: a value that is kept as it is can be read in parts, a
-- compressed one cannot (and vectors hardly compress).
alter table documents alter column index_vectors set storage external;
