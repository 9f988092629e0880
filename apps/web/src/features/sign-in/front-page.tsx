import './front-page.css'
import type { ReactNode } from 'react'
import { useText } from '../../app/use-text'
import { BrandMark } from '../../components/brand-mark'
import { LanguageSwitch } from '../../components/language-switch'

export interface FrontPageProps {
  readonly title: string
  readonly intro?: string
  readonly children: ReactNode
}

/** The frame of what is seen before anybody is signed in. */
export function FrontPage({ title, intro, children }: FrontPageProps) {
  const text = useText()
  return (
    <div className="front">
      <header className="front__bar">
        <span className="front__brand">
          <BrandMark size={28} />
          {text('web.app.name')}
        </span>
        <LanguageSwitch />
      </header>
      <main className="front__card">
        <h1 className="front__title">{title}</h1>
        {intro && <p className="front__intro">{intro}</p>}
        {children}
      </main>
      <footer className="front__foot">{text('web.signIn.tagline')}</footer>
    </div>
  )
}
