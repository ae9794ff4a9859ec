/** 一个佐证文件: what is wrong with it, and what in it should be looked at. */
import type { Fault } from '../../ledger/fault.ts';
import { identityNumberIn } from '../../ledger/personal/personal.ts';
import { faultOf } from '../proposal/case.ts';
import { fileTypes, type TypeReading } from './reading.ts';
import { readableImages } from '../../paper/magic.ts';

/**
 * Why the file at `path` may not be handed in, and what in it should be looked at. Of a file that is to be published
 * what it says of people and places is a fault; pictures are cleaned when they are published.
 */
export function typeFaults(path: string, reading: TypeReading, isPublic = false): Fault[] {
  if ('message' in reading)
    return [faultOf(path, 'evidence-type', reading.message, reading.remedy)];
  const faults: Fault[] = [];
  const ending = /\.([^.]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  const endings: readonly string[] = fileTypes[reading.type];
  if (!endings.includes(ending))
    faults.push(
      faultOf(
        path,
        'evidence-type',
        `文件内容是 ${reading.type}，名字却是 .${ending}`,
        `把扩展名改成 .${endings[0] ?? ''}`,
      ),
    );
  const { position, person, texts } = reading.said;
  const isPicture = (readableImages as readonly string[]).includes(reading.type);
  const severity = isPublic && !isPicture ? 'fault' : 'warning';
  if (position)
    faults.push(
      faultOf(
        path,
        'position',
        isPicture ? '照片里存有拍摄地点（经纬度）' : '文件里的照片或说明存有拍摄地点',
        '去掉位置信息再提交，或改交截图',
        severity,
      ),
    );
  if (person)
    faults.push(
      faultOf(
        path,
        'file-author',
        '文件属性、批注或修订里写着作者',
        severity === 'fault'
          ? '可公开的文件不能带个人信息：接受修订、删去批注，在“文件”“信息”里删去个人信息再存'
          : '不宜留的，在“文件”“信息”里删去个人信息再存',
        severity,
      ),
    );
  const identities = texts.map(identityNumberIn);
  if (identities.includes('sure'))
    faults.push(
      faultOf(path, 'privacy', '文件里有身份证号码', '遮住或删去再提交；身份证号码不得写进台账'),
    );
  else if (identities.includes('likely'))
    faults.push(
      faultOf(
        path,
        'privacy',
        '文件里像是有身份证号码（校验码对不上，也许抄错了一位）',
        '是身份证号码就遮住或删去；不是的不用管',
        'warning',
      ),
    );
  return faults;
}
