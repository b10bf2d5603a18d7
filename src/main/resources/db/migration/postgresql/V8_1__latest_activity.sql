create index work_package_project_updated_at on work_package (project_id, updated_at);
