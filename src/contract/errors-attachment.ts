import { entry } from './error-entry.ts';

/** Refusals of files on tickets; part of the table in errors.ts. */

export const attachmentErrors = {
  'attachment.none': entry(
    422,
    '没有要添加的文件',
    'There is no file to add',
    '请先选择文件并等待上传完成',
    'Choose a file and wait until it is uploaded',
  ),
  'attachment.not-with': entry(
    422,
    '该操作（{command}）不能附带文件',
    'Files cannot be sent along with {command}',
    '请先完成该操作，再用“添加附件”把文件加到工单上',
    'Do it without them, then put the files on the ticket with attach',
  ),
  'attachment.empty': entry(
    422,
    '文件“{name}”是空的',
    'The file "{name}" is empty',
    '请检查文件后重新选择',
    'Check the file and choose it again',
  ),
  'attachment.too-large': entry(
    413,
    '文件“{name}”超过 {limit}',
    'The file "{name}" is larger than {limit}',
    '请压缩、裁剪或拆分后再上传',
    'Compress, crop or split it and try again',
  ),
  'attachment.too-many': entry(
    413,
    '一次最多添加 {limit} 个文件',
    'At most {limit} files can be added at once',
    '请分几次添加',
    'Add them in several goes',
  ),
  'attachment.ticket-full': entry(
    422,
    '这张工单的附件已达 {limit} 个',
    'This ticket has {limit} files already',
    '请打包成一个压缩文件，或通过其他渠道提供',
    'Pack them into one archive, or send them another way',
  ),
  'attachment.type': entry(
    415,
    '不支持文件“{name}”的类型',
    'Files like "{name}" are not taken',
    '可上传图片、PDF、Office 文档、文本、CSV、ZIP、音频和 MP4',
    'Send images, PDF, Office documents, text, CSV, ZIP, audio or MP4',
  ),
  'attachment.upload-unknown': entry(
    422,
    '有文件尚未上传完成，或已过期',
    'A file has not been uploaded, or its upload has expired',
    '请重新上传该文件后再提交',
    'Upload it again and then send',
  ),
  'attachment.already-there': entry(
    409,
    '该文件已经在工单里',
    'This file is on the ticket already',
    '请刷新页面查看',
    'Reload the page to see it',
  ),
  'attachment.unknown': entry(
    404,
    '找不到这个附件',
    'There is no such file',
    '请回到工单查看；也可能您无权查看，或已随客户信息删除',
    'Look at the ticket; you may not be allowed to read it, or it was erased with the customer',
  ),
  'attachment.interrupted': entry(
    400,
    '上传中断，未保存任何内容',
    'The upload was interrupted; nothing was kept',
    '请检查网络后重试',
    'Check the connection and try again',
  ),
} as const;
