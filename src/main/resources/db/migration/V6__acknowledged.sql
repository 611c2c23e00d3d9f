-- Failures that the operator has dealt with. Written like V1, to be run again after a kill.

-- null as long as nobody has
alter table failure add column if not exists acknowledged_at timestamp(6) with time zone;
