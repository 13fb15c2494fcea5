import { createApp } from 'vue'
import App from './App.vue'
import { elements } from './elements'
import { router } from './router'
import './style.css' // last: it changes what the elements bring

createApp(App).use(elements).use(router).mount('#app')
