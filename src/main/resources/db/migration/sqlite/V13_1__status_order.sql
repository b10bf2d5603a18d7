create index work_package_status_updated_at on work_package (status_id, updated_at);
