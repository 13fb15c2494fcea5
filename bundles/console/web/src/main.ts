import { loadLanguage } from './language'
import './theme'
import './style.css'

/** Texts stand in constants too, so the language comes first. */
void loadLanguage().then(() => import('./start'))
