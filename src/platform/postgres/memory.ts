const MB = 1 << 20;
const within = (least: number, value: number, most: number): number => Math.round(Math.min(most, Math.max(least, value)));

/**
 * Settings of the embedded server for a machine with so many bytes of memory: an eighth for its own pages (256 MB to 1 GB, so that an
 * office machine of 4 GB keeps room for other programs), and what it may expect the system to keep of its files.
 */
export const memorySettings = (bytes: number): string[] => [
  `shared_buffers=${within(256, bytes / 8 / MB, 1024)}MB`, `effective_cache_size=${within(512, bytes / 2 / MB, 16_384)}MB`, "work_mem=32MB", "maintenance_work_mem=256MB",
];
