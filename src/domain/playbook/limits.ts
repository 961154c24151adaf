/** No playbook that people write is longer, as YAML. */
export const maxBytes = 512 * 1024;
