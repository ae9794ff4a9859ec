/** 保密: what every form and sheet says to whoever fills it in. */
export const NO_SECRETS = '不得填写涉密信息和工作秘密';

/** And where a sealed page may stay. */
export const SEALED_PAGE =
  '盖章的页可以留在纸上或本单位的办公系统里，在“佐证”里写明文号即可，不用扫描';
