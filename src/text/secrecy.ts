/** 保密: what every form and sheet says to whoever fills it in. */
export const NO_SECRETS = '不得填写涉密信息和工作秘密';

/** What a sheet says of who may read it. */
export const sheetLevels = { internal: '内部资料，不得公开。', public: '可公开版。' } as const;

/** And where a sealed page may stay. */
export const SEALED_PAGE =
  '盖章的页可以留在纸上或本单位的办公系统里，在“佐证”里写明文号即可，不用扫描';
