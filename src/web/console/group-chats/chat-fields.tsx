import { Checkbox, Form, type FormInstance, Input, Radio, Segmented, Switch } from 'antd';
import type { ReactNode } from 'react';
import type { GroupChatView } from '../../../contract/group-chat.ts';
import { chatProducts, productOfHost } from '../../../domain/group-chat/products.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { ChatValues } from './group-chat-drawer.tsx';
import { texts } from './texts.ts';

type Props = { chat: GroupChatView | undefined; form: FormInstance<ChatValues> };

export function ChatFields({ chat, form }: Props): ReactNode {
  const t = useTexts(texts);
  /** A pasted address says itself whose it is. */
  const onAddress = (text: string) => {
    const product = productOfHost(URL.parse(text.trim())?.hostname ?? '');
    if (product !== null) form.setFieldValue('product', product);
  };
  return (
    <>
      <Form.Item name="product" label={t('product')}>
        <Radio.Group
          optionType="button"
          options={chatProducts.map((value) => ({ value, label: t(`product.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="url"
        label={t('url')}
        extra={t(chat?.address === null ? 'url.lost' : 'url.hint')}
        rules={[
          { required: !chat?.address, whitespace: true, message: t('url.need') },
          { pattern: /^\s*https?:\/\//i, message: t('url.https') },
        ]}
      >
        <Input
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
          inputMode="url"
          placeholder={chat?.address ? t('url.kept', { address: chat.address }) : 'https://'}
          onChange={({ target }) => onAddress(target.value)}
        />
      </Form.Item>
      <Secret chat={chat} form={form} />
      <Form.Item name="language" label={t('language')}>
        <Segmented options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))} />
      </Form.Item>
      <Form.Item name="isOn" label={t('isOn')} valuePropName="checked" extra={t('isOn.hint')}>
        <Switch />
      </Form.Item>
    </>
  );
}

/** WeCom has none: its address is all there is. */
function Secret({ chat, form }: Props): ReactNode {
  const t = useTexts(texts);
  const product = Form.useWatch('product', form) ?? chat?.product ?? 'wecom';
  const drops = Form.useWatch('dropsSecret', form) === true;
  if (product === 'wecom') return null;
  const isKept = chat?.hasSecret === true && chat.product === product;
  return (
    <>
      <Form.Item name="secret" label={t('secret')} extra={t(`secret.${product}`)}>
        <Input.Password
          maxLength={200}
          autoComplete="new-password"
          disabled={drops}
          placeholder={isKept ? t('secret.kept') : ''}
        />
      </Form.Item>
      {isKept ? (
        <Form.Item name="dropsSecret" valuePropName="checked">
          <Checkbox>{t('secret.drop')}</Checkbox>
        </Form.Item>
      ) : null}
    </>
  );
}
