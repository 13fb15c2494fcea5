import { t } from './language'
const told = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name=${name}]`)?.content ?? ''
/** What the operator calls the product (`product.name`), written into the page by the server; empty where nothing was said. */
const given = told('application-name')

export const productName = given || t('县乡行政执法协作')
/** What ends the title of the browser's window. */
export const titleEnd = given || t('獬豸')
/** Whether all data is made up: only then is there a guide. */
export const isSample = told('xiezhi-sample') === 'true'
